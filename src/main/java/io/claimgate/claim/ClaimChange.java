package io.claimgate.claim;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an insurer is to be told of a claim that it has. Until it is rendered it follows the ledger; then it is what it is.
 *
 * @param number from 1 within the claim; with the claim key it names the change for ever
 * @param lines receivables that join or change; none in a withdrawal
 * @param amountAfter the whole claim's, once the insurer has this
 * @param reason in words
 * @param requestedBy the machine, or the account of a person
 * @param seenAt when the difference was first seen
 * @param dueAt when it goes
 * @param waitsFor what a person has to do about it; null where the machine does it
 * @param manual what one person said of a telling by hand, and another has to confirm
 * @param toldAt the insurer's receipt stamp, else our completed positive answer; null until it has it
 * @param reference the insurer's; null where it gave none
 */
public record ClaimChange(
        ClaimKey claim,
        int number,
        ChangeKind kind,
        State state,
        List<ChangeLine> lines,
        BigDecimal amountBefore,
        BigDecimal amountAfter,
        String currency,
        String reason,
        String requestedBy,
        Instant seenAt,
        Instant dueAt,
        @Nullable String waitsFor,
        @Nullable ManualDeclaration manual,
        @Nullable Instant toldAt,
        @Nullable String reference) {

    public ClaimChange {
        lines = List.copyOf(lines);
    }

    /** Where a change stands. */
    public enum State {
        /** Waits for its time. */
        PLANNED,
        /** Waits for a person: for a release, for a correction, or to be told by other means. */
        WITH_PERSON,
        /** Rendered; the bytes may have left. */
        UNDER_WAY,
        /** The insurer has it. */
        TOLD,
        /** There is nothing to tell any more. */
        DROPPED;

        /** Whether nothing of it is left to do. */
        public boolean over() {
            return this == TOLD || this == DROPPED;
        }

        /** Whether it still follows the ledger. */
        public boolean follows() {
            return this == PLANNED || this == WITH_PERSON;
        }
    }

    /** The ledger says something else now. */
    public ClaimChange revised(ChangeKind next, List<ChangeLine> now, BigDecimal after, String why, Instant due) {
        return new ClaimChange(
                claim,
                number,
                next,
                state,
                now,
                amountBefore,
                after,
                currency,
                why,
                requestedBy,
                seenAt,
                due,
                waitsFor,
                manual,
                toldAt,
                reference);
    }

    /** A person has to do something first. */
    public ClaimChange withPerson(String what) {
        return to(State.WITH_PERSON, dueAt, what, manual, null, null);
    }

    /** A person let it go. */
    public ClaimChange released(Instant at) {
        return to(State.PLANNED, at, null, null, null, null);
    }

    /** Its bytes are fixed. */
    public ClaimChange underWay() {
        return to(State.UNDER_WAY, dueAt, null, null, null, null);
    }

    /** The insurer has it. */
    public ClaimChange told(Instant at, @Nullable String theirs) {
        return to(State.TOLD, dueAt, null, manual, at, theirs);
    }

    /** One person says that the insurer was told by other means. */
    public ClaimChange saidByHand(ManualDeclaration said) {
        return to(State.WITH_PERSON, dueAt, "a second person confirms that it was told by hand", said, null, null);
    }

    /** There is nothing to tell any more. */
    public ClaimChange dropped() {
        return to(State.DROPPED, dueAt, null, null, null, null);
    }

    private ClaimChange to(
            State next,
            Instant due,
            @Nullable String what,
            @Nullable ManualDeclaration said,
            @Nullable Instant at,
            @Nullable String theirs) {
        if (state.over()) {
            throw new IllegalStateException(
                    "change " + number + " of claim " + claim + " is " + state + ": it cannot become " + next);
        }
        return new ClaimChange(
                claim,
                number,
                kind,
                next,
                lines,
                amountBefore,
                amountAfter,
                currency,
                reason,
                requestedBy,
                seenAt,
                due,
                what,
                said,
                at,
                theirs);
    }
}
