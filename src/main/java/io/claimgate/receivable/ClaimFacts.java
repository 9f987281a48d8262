package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claim of the exposure's present episode.
 *
 * @param declaredAt the insurer's receipt stamp, else our completed positive answer; given if it was accepted, also when it was withdrawn
 *     later, else null
 * @param governing the receivable whose close the claim had to keep
 * @param lines receivable id to declared amount
 * @param after how far it came after it was declared
 * @param withdrawal that the insurer was told that it is taken back; null: it was not
 */
public record ClaimFacts(
        String claimKey,
        Phase phase,
        @Nullable Instant declaredAt,
        long governing,
        Map<Long, BigDecimal> lines,
        ClaimProgress after,
        @Nullable Withdrawal withdrawal) {

    /**
     * A declared claim that was taken back.
     *
     * @param at when the insurer had the message
     * @param paid because everything was paid; otherwise a person wanted it
     */
    public record Withdrawal(Instant at, boolean paid) {}

    public enum Phase {
        /** Drafted, awaiting approval, under way or with an unknown outcome: the exposure is not drafted again. */
        IN_FLIGHT,
        /** The insurer has it. */
        ACCEPTED,
        /** Taken back by a person: nothing more is declared in this episode by the machine. */
        WITHDRAWN,
        /** Its close passed before it was accepted: the rest of the buyer is declared anew. */
        LAPSED
    }

    /** @throws IllegalArgumentException if accepted without an instant, or with one though it never was accepted */
    public ClaimFacts {
        boolean never = phase == Phase.IN_FLIGHT || phase == Phase.LAPSED;
        if (phase == Phase.ACCEPTED ? declaredAt == null : never && declaredAt != null) {
            throw new IllegalArgumentException("claim " + claimKey + " is " + phase + " with declaredAt " + declaredAt
                    + ": accepted claims have an instant, claims under way none");
        }
        lines = Map.copyOf(lines);
    }

    /** A claim of which nothing is known but that it was declared, if it was. */
    public ClaimFacts(
            String claimKey, Phase phase, @Nullable Instant declaredAt, long governing, Map<Long, BigDecimal> lines) {
        this(claimKey, phase, declaredAt, governing, lines, ClaimProgress.NONE);
    }

    /** A claim that was not taken back after it was declared. */
    public ClaimFacts(
            String claimKey,
            Phase phase,
            @Nullable Instant declaredAt,
            long governing,
            Map<Long, BigDecimal> lines,
            ClaimProgress after) {
        this(claimKey, phase, declaredAt, governing, lines, after, null);
    }

    /** Whether the receivable was declared with it. */
    public boolean takes(long receivable) {
        return lines.containsKey(receivable) || receivable == governing;
    }
}
