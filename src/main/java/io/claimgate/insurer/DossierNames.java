package io.claimgate.insurer;

import io.claimgate.exchange.InsurerProfile.SftpDocuments;
import io.claimgate.flow.transfer.Parcel;

/**
 * Where things lie at an insurer's server. What is not whole yet has a name that starts with a dot and ends in {@code .part}.
 *
 * @param name of the parcel
 */
record DossierNames(String folder, String receipts, String name) {

    static DossierNames of(SftpDocuments server, Parcel parcel) {
        return new DossierNames(server.folder(), server.receipts(), parcel.name());
    }

    String archive() {
        return folder + "/" + archiveName();
    }

    String archivePart() {
        return folder + "/." + archiveName() + ".part";
    }

    String manifest() {
        return folder + "/" + name + ".manifest.xml";
    }

    String manifestPart() {
        return folder + "/." + name + ".manifest.xml.part";
    }

    String receipt() {
        return receipts + "/" + name + ".receipt.xml";
    }

    /** Without the folder. */
    String archiveName() {
        return name + ".zip";
    }
}
