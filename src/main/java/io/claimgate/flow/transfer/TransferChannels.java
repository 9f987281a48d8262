package io.claimgate.flow.transfer;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Vault;
import java.io.IOException;
import java.nio.file.Files;

/** The way of a transfer, and its bytes as they lie in the vault. */
final class TransferChannels {

    private final DocumentChannels channels;
    private final Vault vault;

    TransferChannels(DocumentChannels channels, Vault vault) {
        this.channels = channels;
        this.vault = vault;
    }

    /** The channel by which the transfer was meant to go; another one would be another message. */
    DocumentChannel of(String insurer, Transfer transfer) {
        return channels.of(insurer).stream()
                .filter(channel -> channel.terms().name().equals(transfer.channel()))
                .findFirst()
                .orElseThrow(() -> new PartnerFailure.Permanent(
                        "insurer " + insurer + " has no documents by " + transfer.channel()
                                + " any more; restore its insurer.yaml",
                        null));
    }

    /** @throws PartnerFailure.Permanent if the vault does not hold its bytes whole */
    Parcel parcel(Transfer transfer) {
        Parcel parcel = transfer.parcel(vault);
        try {
            long found = Files.size(parcel.content());
            if (found != parcel.size()) {
                throw new PartnerFailure.Permanent(
                        "the vault holds " + found + " of " + parcel.size() + " bytes of " + parcel.sha256()
                                + "; restore it from the backup",
                        null);
            }
            return parcel;
        } catch (IOException e) {
            throw new PartnerFailure.Permanent(
                    "the vault has lost " + parcel.sha256() + "; restore it from the backup", e);
        }
    }
}
