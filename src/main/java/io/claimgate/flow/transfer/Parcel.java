package io.claimgate.flow.transfer;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.EntryName;
import java.nio.file.Path;
import java.util.List;

/**
 * One sending of documents, its bytes fixed in the vault before the first one leaves.
 *
 * @param number the n-th transfer of the claim, from 1
 * @param content where its bytes lie, read only: the document itself, or the archive
 * @param sha256 of these bytes
 * @param size of these bytes
 */
public record Parcel(
        ClaimKey claim, String creditor, int number, List<Content> documents, Path content, String sha256, long size) {

    /** A document in it, under the name that the insurer sees. */
    public record Content(String name, String kind, String sha256, long size, String mediaType) {}

    public Parcel {
        documents = List.copyOf(documents);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("transfer " + number + " of claim " + claim + " is empty");
        }
    }

    /** What it is called before the dot; see {@link #name(String, ClaimKey, int)}. */
    public String name() {
        return name(creditor, claim, number);
    }

    /**
     * {@code <creditor>_<claimKey>_<n>}: what an archive, its manifest and its receipt are called before the dot (contracts.md 4). It is
     * used as a file name, so what could mean something to a file system is a dash.
     */
    static String name(String creditor, ClaimKey claim, int number) {
        return EntryName.harmless(creditor) + "_" + claim + "_" + number;
    }
}
