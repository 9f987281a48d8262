package io.claimgate.flow.transfer;

import io.claimgate.flow.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Packs documents into one archive. The same documents give the same bytes. */
@FunctionalInterface
public interface ArchiveMaker {

    /**
     * Writes the archive into the vault.
     *
     * @param documents in the order in which they stand in the archive, each under its name
     * @param pathOfSha where the bytes of a document lie
     * @throws java.io.UncheckedIOException if a document cannot be read or the archive not be written
     */
    Vault.Stored make(String creditor, List<Parcel.Content> documents, Function<String, Path> pathOfSha);
}
