package io.claimgate.insurer;

import io.claimgate.exchange.Carried;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.insurer.sftp.SftpSession;
import io.claimgate.insurer.sftp.SftpTrouble;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Brings an archive and, as the last file, its manifest into an insurer's folder. It looks first at what is there already, goes on where a
 * cut connection left it, touches nothing that has its final name, and makes no folder.
 */
final class DossierDelivery {

    /** More than what can have been under way when a connection was cut; before that the server has confirmed every byte. */
    private static final long UNCONFIRMED = 16L << 20;

    private final DossierNames names;
    private final Parcel parcel;
    private final byte[] manifest;

    DossierDelivery(DossierNames names, Parcel parcel, byte[] manifest) {
        this.names = names;
        this.parcel = parcel;
        this.manifest = manifest;
    }

    /** @throws SftpTrouble if nothing arrived that counts */
    Carried to(SftpSession server) throws SftpTrouble {
        OptionalLong manifestThere = server.size(names.manifest());
        if (manifestThere.isPresent()) {
            return isOurs(server, manifestThere.getAsLong()) ? delivered() : taken(names.manifest());
        }
        OptionalLong archiveThere = server.size(names.archive());
        if (archiveThere.isEmpty()) {
            upload(server);
            server.place(names.archivePart(), names.archive());
        } else if (archiveThere.getAsLong() != parcel.size()) {
            return taken(names.archive());
        } else if (server.size(names.archivePart()).isPresent()) {
            server.discard(names.archivePart());
        }
        return last(server);
    }

    private void upload(SftpSession server) throws SftpTrouble {
        OptionalLong part = server.size(names.archivePart());
        boolean goOn = part.isPresent() && isBeginning(server, part.getAsLong());
        if (part.isPresent() && !goOn) {
            server.discard(names.archivePart());
        }
        server.write(parcel.content(), names.archivePart(), goOn);
        server.mustHave(names.archivePart(), parcel.size());
    }

    /** Whether what lies there is the beginning of our archive. */
    private boolean isBeginning(SftpSession server, long size) throws SftpTrouble {
        return size <= parcel.size()
                && server.same(names.archivePart(), parcel.content(), Math.max(0, size - UNCONFIRMED), size);
    }

    /** The manifest makes the archive count: only when its own name is asked for can it have arrived without our knowing. */
    private Carried last(SftpSession server) throws SftpTrouble {
        server.write(manifest, names.manifestPart());
        server.mustHave(names.manifestPart(), manifest.length);
        try {
            server.place(names.manifestPart(), names.manifest());
            return delivered();
        } catch (SftpTrouble e) {
            if (e.kind() == SftpTrouble.Kind.LOST) {
                return new Carried.OutcomeUnknown(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private boolean isOurs(SftpSession server, long size) throws SftpTrouble {
        return size == manifest.length && Arrays.equals(server.read(names.manifest(), manifest.length), manifest);
    }

    private Carried delivered() {
        return new Carried.Delivered(names.archive() + ", " + parcel.size() + " bytes, and its manifest");
    }

    private static Carried taken(String name) {
        return new Carried.Refused(
                "NAME_TAKEN", name + " lies there with other content; it is not overwritten, ask the insurer");
    }
}
