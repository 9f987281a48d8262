package io.claimgate.flow.restore;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ReceivableKey;
import io.claimgate.claim.Release;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.flow.Departure;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.declaration.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a declaration back that left and that the database does not know: with the amount and the lines that were sent, whatever the facts
 * give today, as a claim whose answer was lost. Its insurer is asked, and says by which number it has it. In the caller's transaction.
 */
public final class ClaimsAgain {

    /** Why nobody knows what became of it. */
    static final String LOST = "it left before the database was restored, and its answer is lost";

    private final RestoreBook book;
    private final FilesAgain.VaultLook vault;
    private final Books books;
    private final Ideas ideas;

    public ClaimsAgain(RestoreBook book, FilesAgain.VaultLook vault, Books books, Ideas ideas) {
        this.book = book;
        this.vault = vault;
        this.books = books;
        this.ideas = ideas;
    }

    void again(Restore restore, Departure.MessageSent sent, Departure.Declared declared) {
        if (book.knows(sent)) {
            return;
        }
        Claim then = declared.claim();
        Optional<Claim> now = places(declared).flatMap(places -> put(then, declared, places));
        if (now.isEmpty()) {
            item(
                    restore,
                    then,
                    Restores.State.UNCLEAR,
                    "left at " + sent.at() + " with " + then.amount().toPlainString() + " " + then.currency()
                            + ", and its receivables are not in the books; have the ERP bring them, then record that it was filed");
            return;
        }
        if (!now.get().state().undeclared()) {
            item(restore, then, Restores.State.DONE, "is " + now.get().state() + " here");
            return;
        }
        maybeArrived(declaring(now.get()), sent);
        item(restore, then, Restores.State.OPEN, "left at " + sent.at() + "; the insurer is asked");
        ideas.tasks()
                .arm(
                        TaskKinds.CLAIM,
                        then.key().value(),
                        then.subject().creditor(),
                        ideas.now(),
                        then.window().closeAt());
    }

    private void item(Restore restore, Claim claim, Restores.State state, String detail) {
        book.item(
                restore,
                RestoreBook.Kind.CLAIM,
                claim.key().value(),
                claim.subject().creditor(),
                state,
                detail);
    }

    /** The rows of today for those of then; empty unless all are there. */
    private Optional<List<RestoreBook.Place>> places(Departure.Declared declared) {
        List<RestoreBook.Place> places = new ArrayList<>();
        ClaimSubject subject = declared.claim().subject();
        for (ClaimLine line : declared.lines()) {
            ReceivableKey key = new ReceivableKey(subject.creditor(), line.invoiceNumber(), line.instalment());
            book.place(key, subject.contract()).ifPresent(places::add);
        }
        return places.size() == declared.lines().size() && !places.isEmpty() ? Optional.of(places) : Optional.empty();
    }

    /** The claim as it was sent. */
    private Optional<Claim> put(Claim then, Departure.Declared declared, List<RestoreBook.Place> places) {
        List<ClaimLine> lines = new ArrayList<>();
        long governing = places.get(0).receivable();
        for (int i = 0; i < places.size(); i++) {
            ClaimLine line = declared.lines().get(i);
            lines.add(moved(line, places.get(i).receivable()));
            if (line.receivableId() == then.subject().governing()) {
                governing = places.get(i).receivable();
            }
        }
        Optional<Claim> there = books.claims().lock(then.key());
        if (there.isEmpty()) {
            books.claims().insert(moved(then, places.get(0), governing), lines);
            ideas.events()
                    .record(
                            "claim/" + then.key(),
                            "claim.restored",
                            EventLog.MACHINE,
                            then.subject().creditor(),
                            Map.of("claimKey", then.key().value(), "amount", then.amount()));
        } else if (there.get().state().undeclared()) {
            books.claims().revise(there.get(), then.amount(), then.window(), lines);
        }
        return books.claims().lock(then.key());
    }

    private static ClaimLine moved(ClaimLine line, long receivable) {
        return new ClaimLine(
                receivable,
                line.invoiceNumber(),
                line.instalment(),
                line.issueDate(),
                line.dueDate(),
                line.amount(),
                line.currency(),
                line.worth(),
                line.disputed());
    }

    private static Claim moved(Claim then, RestoreBook.Place place, long governing) {
        ClaimSubject subject = then.subject();
        return new Claim(
                then.key(),
                new ClaimSubject(
                        subject.contract(),
                        subject.policy(),
                        subject.policyVersion(),
                        subject.insurer(),
                        subject.creditor(),
                        place.buyer(),
                        place.exposure(),
                        subject.episode(),
                        governing),
                then.window(),
                then.rule(),
                then.amount(),
                then.currency(),
                then.cause(),
                then.requestedBy(),
                then.draftedAt(),
                then.configHash(),
                ClaimState.DRAFT,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private Claim declaring(Claim claim) {
        if (claim.state() == ClaimState.DECLARING) {
            return claim;
        }
        Claim free = claim.state() == ClaimState.AWAITING_APPROVAL
                ? claim.released(new Release(claim.window().day(ideas.now()), EventLog.MACHINE))
                : claim;
        books.claims().update(free.declaring());
        return books.claims().lock(claim.key()).orElseThrow();
    }

    private void maybeArrived(Claim claim, Departure.MessageSent sent) {
        Submission latest = books.submissions().latest(claim.key()).orElse(null);
        Submission own = latest != null && latest.attempt().payload().equals(sent.payload()) ? latest : null;
        if (own == null) {
            recordBytes(claim, sent.payload());
            int number = latest == null
                    ? sent.attempt()
                    : Math.max(sent.attempt(), latest.attempt().number() + 1);
            own = books.submissions().insert(claim, number, sent.payload(), sent.at());
        }
        books.submissions()
                .update(new Submission.OutcomeUnknown(
                        own.attempt(), sent.call(), new Sent(sent.at(), sent.systemAt()), ideas.moment(), 0, 0, LOST));
    }

    /** The bytes that were sent are the creditor's again. */
    private void recordBytes(Claim claim, String payload) {
        if (vault.has(payload)) {
            ideas.vault()
                    .put(claim.subject().creditor(), "REQUEST", ideas.vault().read(payload));
        }
    }
}
