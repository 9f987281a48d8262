package io.claimgate.flow.declaration;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Withdrawals of claims at the insurer that a person asks for. In the caller's transaction, under the claim's lock. */
final class Withdrawals {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;
    private final ChangeOutcomes outcomes;

    Withdrawals(Books books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.outcomes = new ChangeOutcomes(books, ideas);
    }

    /** It goes as the next message; what was still to be told of the claim is told no more. */
    Claim asked(Claim claim, String actor, String reason) {
        List<ClaimChange> open = books.changes().open(claim.key());
        if (open.stream().anyMatch(change -> change.kind() == ChangeKind.WITHDRAW && !overtaken(change))) {
            throw new ActRefused(ProblemCode.OPS_006, "claim " + claim.key() + " is being withdrawn already");
        }
        open.stream()
                .filter(change -> change.state().follows())
                .forEach(change -> outcomes.dropped(claim, change, "the claim is withdrawn"));
        Instant now = ideas.now();
        ClaimChange withdrawal = new ClaimChange(
                claim.key(),
                books.changes().lastNumber(claim.key()) + 1,
                ChangeKind.WITHDRAW,
                ClaimChange.State.PLANNED,
                List.of(),
                claim.amount(),
                BigDecimal.ZERO.setScale(claim.amount().scale()),
                claim.currency(),
                ClaimOutcomes.shortened(reason),
                actor,
                now,
                now,
                null,
                null,
                null,
                null);
        books.changes().insert(withdrawal, claim.subject().creditor());
        events.record(claim, "withdrawal-requested", actor, Map.of("change", withdrawal.number(), "reason", reason));
        ideas.tasks()
                .arm(ClaimHandler.KIND, claim.key().value(), claim.subject().creditor(), now, Tasks.NEVER);
        return claim;
    }

    /** One that still waits gives way to what a person asks for. */
    private static boolean overtaken(ClaimChange change) {
        return change.state().follows();
    }
}
