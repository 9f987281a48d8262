package io.claimgate.files;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Vault;
import io.claimgate.flow.transfer.ArchiveMaker;
import io.claimgate.flow.transfer.Parcel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Dossiers as ZIP files, streamed from the vault into the vault. */
public final class DossierArchive implements ArchiveMaker {

    private final Vault vault;

    public DossierArchive(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Vault.Stored make(String creditor, List<Parcel.Content> documents, Function<String, Path> pathOfSha) {
        try (InputStream zip = new StoredZip(documents, pathOfSha)) {
            return vault.put(creditor, "REQUEST", zip);
        } catch (NoSuchFileException lost) {
            throw new IllegalStateException(
                    "no archive can be made of " + documents.size() + " documents, the vault has lost "
                            + lost.getMessage() + "; restore it from the backup",
                    lost);
        } catch (IOException e) {
            throw new PartnerFailure.Transient(
                    "no archive can be made of " + documents.size() + " documents, see to the vault's disk: " + e, e);
        }
    }
}
