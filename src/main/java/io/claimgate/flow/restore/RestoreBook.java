package io.claimgate.flow.restore;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ReceivableKey;
import io.claimgate.flow.Departure;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a restore reads and writes in the database. All calls join the caller's transaction. */
public interface RestoreBook {

    /** One thing that has to be reconciled. */
    enum Kind {
        FILE,
        CLAIM,
        DOCUMENT,
        OUT,
        POSTING
    }

    /** Whether the database knows of it, as it left. */
    boolean knows(Departure departure);

    /** Opens one for these causes; empty where each of them opened one before. */
    Optional<Restore> open(List<String> causes, String reason, Instant now, Instant systemNow);

    /** New rows of what has been numbered outside get numbers above these. */
    void numberAbove(long file, long submission, long payment);

    /** Gives a payment that was taken in again its row of then, by which the books name it. */
    void sameRow(Departure.Payment payment);

    void item(Restore restore, Kind kind, String ref, String creditor, Restores.State state, String detail);

    /** What is still open or unclear of a kind. */
    long count(Restore restore, Restores.State state);

    /** Brings questions up to what has become of their claims. */
    void refresh(Restore restore);

    /** Whether files are at work, or exposures have to be computed now. */
    boolean intakeBusy();

    /** Whether results, or what follows from them, are at work now. */
    boolean resultsBusy();

    /** Claims that are not declared, and whether one of them has not been asked for yet. */
    List<ClaimKey> unasked(Restore restore);

    /** Forgets, once, how far insurers' lists were read. @return whether that was now */
    boolean rewound(Restore restore);

    /** Where a receivable is now; empty where it is not known. */
    Optional<Place> place(ReceivableKey key, String contract);

    /** @param exposure of the receivable's buyer under the contract */
    record Place(long receivable, long buyer, long exposure) {}

    /** A submission's row, whatever its operation, if it stands as it stood before the call. */
    Optional<Long> unsent(Departure.MessageSent sent);

    /** It may have arrived. */
    void maybeArrived(long submission, Departure.MessageSent sent, String why);

    /** A file of postings or holds that an ERP could take, and the numbers of its entries. */
    void written(Departure.FileWritten file, Instant now);

    /** Whether the database knows a file of {@code out/}. */
    boolean knowsOut(String source, String name);

    /** Entries that stand in files and that nothing in the database makes. */
    List<String> entriesWithoutCause();
}
