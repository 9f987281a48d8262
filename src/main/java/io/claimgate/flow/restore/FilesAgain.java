package io.claimgate.flow.restore;

import io.claimgate.flow.Departure;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.intake.Taking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Takes in again what ERPs delivered in the time that was lost: the bytes lie in the vault, the journal knows their names. */
public final class FilesAgain {

    private static final String RECEIPTS = "posting-receipts";

    private final RestoreBook book;
    private final Journal journal;
    private final Taking taking;
    private final VaultLook vault;
    private final Ideas ideas;

    public FilesAgain(RestoreBook book, Journal journal, Taking taking, VaultLook vault, Ideas ideas) {
        this.book = book;
        this.journal = journal;
        this.taking = taking;
        this.vault = vault;
        this.ideas = ideas;
    }

    /** Whether all are taken in, and what follows from them is computed. What answers postings comes later: see {@link #receipts}. */
    boolean again(Restore restore) {
        List<Departure.FileTaken> lost = lost(restore, file -> !RECEIPTS.equals(file.kind()));
        numbers(restore);
        lost.forEach(file -> take(restore, file));
        return !busy();
    }

    /** Receipts of postings, once the postings are there; whether all are taken in. */
    boolean receipts(Restore restore) {
        lost(restore, file -> RECEIPTS.equals(file.kind())).forEach(file -> take(restore, file));
        return !busy();
    }

    private void take(Restore restore, Departure.FileTaken file) {
        String ref = file.source() + "/" + file.name() + (file.ordinal() == 1 ? "" : " (" + file.ordinal() + ")");
        if (vault.has(file.sha256())) {
            taking.again(file);
            item(restore, ref, Restores.State.DONE, "taken in again; it was received at " + file.receivedAt());
        } else {
            taking.lost(file);
            item(
                    restore,
                    ref,
                    Restores.State.UNCLEAR,
                    "received at " + file.receivedAt() + ", its bytes (" + file.sha256()
                            + ") are not in the vault; have the ERP drop it again");
        }
    }

    private void item(Restore restore, String ref, Restores.State state, String detail) {
        ideas.transactions()
                .executeWithoutResult(status -> book.item(restore, RestoreBook.Kind.FILE, ref, "*", state, detail));
    }

    /** In the order in which they were recorded. */
    private List<Departure.FileTaken> lost(Restore restore, Predicate<Departure.FileTaken> which) {
        Map<String, Departure.FileTaken> lost = new LinkedHashMap<>();
        journal.each(restore, departure -> {
            if (departure instanceof Departure.FileTaken file && which.test(file) && !known(file)) {
                lost.put(file.source() + "/" + file.name() + "/" + file.ordinal(), file);
            }
        });
        List<Departure.FileTaken> inOrder = new ArrayList<>(lost.values());
        inOrder.sort(Comparator.comparing(Departure.FileTaken::receivedAt).thenComparing(Departure.FileTaken::file));
        return inOrder;
    }

    private boolean known(Departure departure) {
        return Boolean.TRUE.equals(ideas.transactions().execute(status -> book.knows(departure)));
    }

    /** What lies in work/, and what partners were told, bears numbers that must not be given to something else. */
    private void numbers(Restore restore) {
        AtomicLong file = new AtomicLong();
        AtomicLong submission = new AtomicLong();
        AtomicLong payment = new AtomicLong();
        journal.each(restore, departure -> {
            if (departure instanceof Departure.FileTaken taken) {
                file.accumulateAndGet(taken.file(), Math::max);
            } else if (departure instanceof Departure.MessageSent sent) {
                submission.accumulateAndGet(sent.submission(), Math::max);
            } else if (departure instanceof Departure.FileWritten written) {
                written.payments().forEach(each -> payment.accumulateAndGet(each.row(), Math::max));
            }
        });
        book.numberAbove(file.get(), submission.get(), payment.get());
    }

    private boolean busy() {
        return Boolean.TRUE.equals(ideas.transactions().execute(status -> book.intakeBusy()));
    }

    /** Whether the vault has bytes, whatever the database knows of them. */
    public interface VaultLook {

        boolean has(String sha256);
    }
}
