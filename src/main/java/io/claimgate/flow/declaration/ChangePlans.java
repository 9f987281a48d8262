package io.claimgate.flow.declaration;

import io.claimgate.claim.BuyersPicture;
import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.ChangeRules;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Difference;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.policy.ChangeTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what the insurer is yet to be told of a claim equal to the ledger. In the caller's transaction. */
public final class ChangePlans {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;
    private final ChangeOutcomes outcomes;

    public ChangePlans(Books books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.outcomes = new ChangeOutcomes(books, ideas);
    }

    /**
     * How and when.
     *
     * @param before when the clock that the policy names has its safe date; null: nothing hurries
     */
    public record Manner(
            ChangeTerms terms, ZoneId zone, @Nullable Instant before) {}

    /** Plans, revises or drops the next change. What is under way is not touched: when it is told, the exposure is computed anew. */
    public void follow(ClaimKey key, BuyersPicture buyer, Manner manner) {
        Claim claim = books.claims().lock(key).orElseThrow();
        List<ClaimChange> open = books.changes().open(key);
        boolean leave = open.stream().anyMatch(change -> !change.state().follows() || byPerson(change));
        if (leave || manner.terms().tell() == ChangeTerms.Tell.NEVER) {
            return;
        }
        ClaimChange planned = open.isEmpty() ? null : open.get(0);
        Optional<Difference> difference = ChangeRules.between(
                claim.state(), books.claims().lines(key), buyer, manner.terms().tolerance());
        if (difference.isEmpty()) {
            if (planned != null) {
                drop(claim, planned, "the claim is again what the insurer was told");
            }
        } else if (planned == null) {
            plan(claim, difference.get(), manner);
        } else if (differs(planned, difference.get())) {
            revise(claim, planned, difference.get(), manner);
        }
    }

    /** What was planned is not told any more: the insurer has paid. What is under way, or a person's own, ends its own way. */
    public void over(ClaimKey key) {
        Claim claim = books.claims().lock(key).orElseThrow();
        books.changes().open(key).stream()
                .filter(change -> change.state().follows() && !byPerson(change))
                .forEach(planned -> drop(claim, planned, ChangeOutcomes.settledAmount(claim)));
    }

    /** The task that was to tell it ends now, not when it would have been told. */
    private void drop(Claim claim, ClaimChange planned, String why) {
        outcomes.dropped(claim, planned, why);
        ideas.tasks()
                .arm(ClaimHandler.KIND, claim.key().value(), claim.subject().creditor(), ideas.now(), Tasks.NEVER);
    }

    private void plan(Claim claim, Difference difference, Manner manner) {
        Instant now = ideas.now();
        ClaimChange change = new ClaimChange(
                claim.key(),
                books.changes().lastNumber(claim.key()) + 1,
                difference.kind(),
                ClaimChange.State.PLANNED,
                difference.lines(),
                claim.amount(),
                difference.after(),
                claim.currency(),
                difference.reason(),
                EventLog.MACHINE,
                now,
                dueAt(claim, difference.kind(), now, manner),
                null,
                null,
                null,
                null);
        books.changes().insert(change, claim.subject().creditor());
        events.record(claim, "change-planned", EventLog.MACHINE, ChangeOutcomes.payload(change));
        onItsWay(claim, change, manner);
    }

    private void revise(Claim claim, ClaimChange planned, Difference difference, Manner manner) {
        Instant seenAt = difference.kind() == ChangeKind.WITHDRAW ? ideas.now() : planned.seenAt();
        ClaimChange change = planned.revised(
                difference.kind(),
                difference.lines(),
                difference.after(),
                difference.reason(),
                dueAt(claim, difference.kind(), seenAt, manner));
        books.changes().update(change);
        events.record(claim, "change-revised", EventLog.MACHINE, ChangeOutcomes.payload(change));
        outcomes.settled(claim, EventLog.MACHINE);
        onItsWay(claim, change, manner);
    }

    private void onItsWay(Claim claim, ClaimChange change, Manner manner) {
        String waitsFor = change.waitsFor();
        if (waitsFor != null) {
            outcomes.withPerson(claim, change, waitsFor);
        } else if (manner.terms().tell() == ChangeTerms.Tell.APPROVAL) {
            outcomes.withPerson(claim, change, "its policy wants an approver; let it go");
        } else {
            ideas.tasks()
                    .arm(
                            ClaimHandler.KIND,
                            claim.key().value(),
                            claim.subject().creditor(),
                            change.dueAt(),
                            Tasks.NEVER);
        }
    }

    private Instant dueAt(Claim claim, ChangeKind kind, Instant seenAt, Manner manner) {
        return ChangeRules.dueAt(
                kind,
                seenAt,
                books.changes().lastTold(claim.key()).orElse(null),
                manner.terms().every(),
                manner.before(),
                manner.zone());
    }

    private static boolean byPerson(ClaimChange change) {
        return !change.requestedBy().equals(EventLog.MACHINE);
    }

    private static boolean differs(ClaimChange planned, Difference difference) {
        return planned.kind() != difference.kind()
                || planned.amountAfter().compareTo(difference.after()) != 0
                || !planned.lines().equals(difference.lines());
    }
}
