package io.claimgate.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The SFTP server of the simulated insurer: on loopback, for one user with one key, below {@code <folder>/root} with {@code dossiers/} and
 * {@code receipts/}. Beside that lie the keys. It is up before any route starts.
 */
public final class SftpServer implements SmartLifecycle {

    /** Who may log in, with the key in {@code gateway_key}. */
    public static final String USER = "gateway";

    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final SftpEventListener listener;
    private final IntConsumer listening;
    private @Nullable SshServer server;

    /**
     * @param folder of keys and files
     * @param port 0: any free one
     * @param listening is told the port that it really has
     */
    public SftpServer(Path folder, int port, SftpEventListener listener, IntConsumer listening) {
        this.folder = folder;
        this.port = port;
        this.listener = listener;
        this.listening = listening;
    }

    @Override
    public void start() {
        try {
            Path root = folder.resolve("root");
            Files.createDirectories(root.resolve("dossiers"));
            Files.createDirectories(root.resolve("receipts"));
            SftpKeys keys = new SftpKeys(folder);
            SshServer started = configured(root, keys);
            started.start();
            server = started;
            keys.pin(LOOPBACK, started.getPort());
            listening.accept(started.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's SFTP server cannot start at port " + port, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the keys in " + folder + " cannot be used; remove them to have new ones", e);
        }
    }

    private SshServer configured(Path root, SftpKeys keys) throws IOException, GeneralSecurityException {
        PublicKey gateway = keys.gateway().getPublic();
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(listener);
        SshServer made = SshServer.setUpDefaultServer();
        made.setHost(LOOPBACK);
        made.setPort(port);
        made.setKeyPairProvider(KeyPairProvider.wrap(keys.host()));
        made.setPublickeyAuthenticator((user, key, session) -> USER.equals(user) && KeyUtils.compareKeys(key, gateway));
        made.setSubsystemFactories(List.of(sftp));
        made.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
        // Without it every small file waits for the network's timer.
        CoreModuleProperties.TCP_NODELAY.set(made, true);
        // A plain server: no renaming that overwrites, as most insurers' have none.
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(made, "fsync@openssh.com=1");
        return made;
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.stop(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's SFTP server cannot stop", e);
        } finally {
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Before the routes, and after them at the end. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
