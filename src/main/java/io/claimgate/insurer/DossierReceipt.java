package io.claimgate.insurer;

import io.claimgate.exchange.Holding;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.insurer.sftp.SftpSession;
import io.claimgate.insurer.sftp.SftpTrouble;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Looks what became of an archive: the insurer's receipt, else whether it lies there. The receipt comes first, because an insurer may take
 * the files away when he has them.
 */
final class DossierReceipt {

    /** No receipt is larger. */
    static final int MOST = 1 << 20;

    private final DossierNames names;
    private final Parcel parcel;
    private final DossierWords words;
    private byte @Nullable [] read;

    DossierReceipt(DossierNames names, Parcel parcel, DossierWords words) {
        this.names = names;
        this.parcel = parcel;
        this.words = words;
    }

    /** The receipt as it came; null where there was none. */
    byte @Nullable [] bytes() {
        return read;
    }

    Holding at(SftpSession server) throws SftpTrouble {
        OptionalLong receipt = server.size(names.receipt());
        boolean manifest = server.size(names.manifest()).isPresent();
        if (manifest || receipt.isPresent()) {
            tidy(server);
        }
        if (receipt.isPresent()) {
            byte[] found = server.read(names.receipt(), MOST);
            read = found;
            return words.receipt(parcel, found);
        }
        return manifest ? new Holding.Lies() : new Holding.NotThere();
    }

    /** Where a connection ended between the two steps of a renaming, the temporary name stayed; what has arrived does not need it. */
    private void tidy(SftpSession server) throws SftpTrouble {
        for (String part : List.of(names.archivePart(), names.manifestPart())) {
            if (server.size(part).isPresent()) {
                server.discard(part);
            }
        }
    }
}
