package io.claimgate.flow.restore;

import io.claimgate.flow.Departure;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts back into the books what left: files for ERPs, declarations, documents. Nothing is written or sent. */
public final class DepartedAgain {

    private final RestoreBook book;
    private final Journal journal;
    private final Surroundings surroundings;
    private final ClaimsAgain claims;
    private final PapersAgain papers;
    private final Ideas ideas;

    public DepartedAgain(
            RestoreBook book,
            Journal journal,
            Surroundings surroundings,
            ClaimsAgain claims,
            PapersAgain papers,
            Ideas ideas) {
        this.book = book;
        this.journal = journal;
        this.surroundings = surroundings;
        this.claims = claims;
        this.papers = papers;
        this.ideas = ideas;
    }

    boolean again(Restore restore) {
        List<Departure.FileWritten> files = new ArrayList<>();
        Map<String, Departure.MessageSent> last = new LinkedHashMap<>();
        journal.each(restore, departure -> {
            if (departure instanceof Departure.FileWritten file) {
                files.add(file);
            } else if (departure instanceof Departure.MessageSent sent) {
                last.merge(
                        sent.claimKey() + "/" + sent.operation() + "/" + sent.payload(),
                        sent,
                        (one, other) -> other.systemAt().isBefore(one.systemAt()) ? one : other);
            }
        });
        files.forEach(file -> ideas.transactions().executeWithoutResult(status -> written(restore, file)));
        surroundings
                .written()
                .forEach((source, names) -> names.forEach(
                        name -> ideas.transactions().executeWithoutResult(status -> found(restore, source, name))));
        last.values().stream()
                .sorted(java.util.Comparator.comparing(Departure.MessageSent::systemAt))
                .forEach(sent -> ideas.transactions().executeWithoutResult(status -> sent(restore, sent)));
        return true;
    }

    private void written(Restore restore, Departure.FileWritten file) {
        file.payments().forEach(book::sameRow);
        if (book.knowsOut(file.source(), file.name()) && book.knows(file)) {
            return;
        }
        book.written(file, ideas.now());
        book.item(
                restore,
                RestoreBook.Kind.OUT,
                file.source() + "/" + file.name(),
                file.creditor(),
                Restores.State.DONE,
                "was written with " + file.items() + (file.items() == 1 ? " entry" : " entries")
                        + "; it is not written again");
    }

    /** A file that lies in out/ and that no note tells of. */
    private void found(Restore restore, String source, String name) {
        if (book.knowsOut(source, name)) {
            return;
        }
        surroundings
                .entries(source, name)
                .ifPresentOrElse(
                        file -> {
                            book.written(file, ideas.now());
                            book.item(
                                    restore,
                                    RestoreBook.Kind.OUT,
                                    source + "/" + name,
                                    file.creditor(),
                                    Restores.State.DONE,
                                    "lies in out/ with " + file.items() + " entries; it is not written again");
                        },
                        () -> book.item(
                                restore,
                                RestoreBook.Kind.OUT,
                                source + "/" + name,
                                "*",
                                Restores.State.UNCLEAR,
                                "lies in out/ and cannot be read as a file of ours; compare it with what the ERP has booked"));
    }

    private void sent(Restore restore, Departure.MessageSent sent) {
        if (sent.declared() != null) {
            claims.again(restore, sent, sent.declared());
            return;
        }
        papers.again(restore, sent);
        // What the database does not know at all is asked for when it would leave for the first time.
        book.unsent(sent).ifPresent(submission -> {
            book.maybeArrived(submission, sent, ClaimsAgain.LOST);
            book.item(
                    restore,
                    RestoreBook.Kind.DOCUMENT,
                    sent.claimKey() + "/" + sent.operation() + "/" + sent.attempt(),
                    "*",
                    Restores.State.DONE,
                    "left at " + sent.at() + "; the insurer is asked before it leaves again");
        });
    }
}
