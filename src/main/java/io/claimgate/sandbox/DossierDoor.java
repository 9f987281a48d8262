package io.claimgate.sandbox;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/** Notices manifests that get their final name, and behaves as a test wants it. The dossier is taken in before the renaming is answered. */
final class DossierDoor implements SftpEventListener {

    private final DossierDesk desk;
    private final Behaviours behaviours;
    private final Map<String, Behaviour> coming = new ConcurrentHashMap<>();

    DossierDoor(DossierDesk desk, Behaviours behaviours) {
        this.desk = desk;
        this.behaviours = behaviours;
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        if (!DossierDesk.isManifest(name(to))) {
            return;
        }
        String claimKey = desk.claimKey(name(from));
        Behaviour behaviour = behaviours.next(Behaviour.DOSSIERS, claimKey == null ? "" : claimKey);
        switch (behaviour.mode()) {
            case TIMEOUT_BEFORE, DISCONNECT -> cut(session);
            default -> coming.put(name(to), behaviour);
        }
    }

    @Override
    public void moved(
            ServerSession session, Path from, Path to, Collection<CopyOption> options, @Nullable Throwable thrown)
            throws IOException {
        Behaviour behaviour = coming.remove(name(to));
        if (behaviour == null || thrown != null) {
            return;
        }
        desk.take(name(to), behaviour);
        if (behaviour.mode() == Behaviour.Mode.ACCEPT_THEN_TIMEOUT) {
            cut(session);
        }
    }

    private static void cut(ServerSession session) throws IOException {
        session.close(true);
        throw new IOException("the simulated insurer was asked to cut the connection");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
