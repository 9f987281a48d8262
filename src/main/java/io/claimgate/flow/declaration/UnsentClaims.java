package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.Submission;
import io.claimgate.flow.EventLog;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a claim that has not left for the insurer equal to the ledger: money that comes in between draft and declaration changes it, or
 * makes it unnecessary.
 */
public final class UnsentClaims {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;

    public UnsentClaims(Books books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
    }

    /**
     * Brings the claim's lines up to date, in the caller's transaction; nothing happens once a submission exists, because its bytes are
     * fixed.
     *
     * @param lines what a declaration would take now; empty: nothing is owed
     * @param governs whether the receivable that the claim is named after still decides its window; if not, the draft is dropped, and the
     *     one that decides now gets its own when its time comes
     */
    public void follow(ClaimKey key, List<ClaimLine> lines, boolean governs) {
        Optional<Claim> claim =
                books.claims().lock(key).filter(found -> found.state().undeclared());
        Optional<Submission> submission = books.submissions().latest(key);
        if (claim.isEmpty() || (submission.isPresent() && !(submission.get() instanceof Submission.Rejected))) {
            return;
        }
        if (submission.isEmpty() && (lines.isEmpty() || !governs)) {
            drop(
                    claim.get(),
                    lines.isEmpty() ? "nothing is owed any more" : "another receivable decides the window now");
        } else if (lines.isEmpty()) {
            withdraw(claim.get());
        } else if (!new HashSet<>(lines).equals(new HashSet<>(books.claims().lines(key)))) {
            redraw(claim.get(), lines);
        }
    }

    /** Nobody outside ever saw it. */
    private void drop(Claim claim, String why) {
        events.record(claim, "dropped", EventLog.MACHINE, Map.of("reason", why));
        events.clearAll(claim, EventLog.MACHINE);
        books.claims().delete(claim.key());
        // The exposure is looked at once more, without this draft.
        ideas.tasks()
                .arm(
                        ClaimOutcomes.EXPOSURE,
                        Long.toString(claim.subject().exposureId()),
                        claim.subject().creditor(),
                        ideas.now(),
                        claim.window().closeAt());
    }

    private void withdraw(Claim claim) {
        Claim withdrawn = claim.withdrawn();
        books.claims().update(withdrawn);
        events.record(withdrawn, "withdrawn", EventLog.MACHINE, Map.of("reason", "nothing is owed any more"));
        events.clearAll(withdrawn, EventLog.MACHINE);
    }

    private void redraw(Claim claim, List<ClaimLine> lines) {
        BigDecimal amount = lines.stream().map(ClaimLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Claim redrawn = claim.amounting(amount);
        books.claims().update(redrawn);
        books.claims().replaceLines(claim.key(), lines);
        events.record(
                redrawn,
                "redrafted",
                EventLog.MACHINE,
                Map.of("amountBefore", claim.amount(), "amount", amount, "currency", claim.currency()));
    }
}
