package io.claimgate.flow;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that no restore of the database can take back. It is written down outside of the database before its effect can be seen. */
public sealed interface Departure {

    /**
     * An ERP's file is removed from its folder next.
     *
     * @param ordinal the n-th of its name for the source
     * @param kind of its feed; null where no feed took it
     * @param marker what it was taken with
     */
    record FileTaken(
            long file,
            String source,
            String name,
            int ordinal,
            @Nullable String kind,
            String sha256,
            long size,
            @Nullable String marker,
            Instant receivedAt)
            implements Departure {}

    /**
     * The first byte of a message to an insurer leaves next.
     *
     * @param call the n-th time that this submission leaves
     * @param payload SHA-256 of its bytes in the vault
     * @param at business time
     * @param declared of a declaration: all that is declared
     * @param papers the documents that travel with it
     */
    record MessageSent(
            long submission,
            int call,
            String operation,
            String claimKey,
            int attempt,
            String payload,
            Instant at,
            Instant systemAt,
            @Nullable Declared declared,
            List<Paper> papers)
            implements Departure {}

    /** A document as the insurer gets it. */
    record Paper(String name, String kind, String sha256, long size, String mediaType) {}

    /** A claim with its lines; the numbers of rows in it hold for the database of then only. */
    record Declared(Claim claim, List<ClaimLine> lines) {}

    /**
     * A file of postings or holds can be seen by an ERP next.
     *
     * @param postings the entry of each posting, by its id
     * @param payments those that entries are about: the books name them by their rows
     */
    record FileWritten(
            String kind,
            String source,
            String creditor,
            long ordinal,
            String name,
            String sha256,
            long size,
            int items,
            Map<String, Entry> postings,
            List<Payment> payments)
            implements Departure {}

    /** An entry of the books. @param number 0 where it is not known. @param digest of its content; null where it is not known */
    record Entry(long number, @Nullable String digest) {}

    /** A payment of an ERP, and its row of then. */
    record Payment(String creditor, String source, String paymentId, long row) {}
}
