package io.claimgate.deadline.reason;

import java.time.LocalDate;

/** What took the place of a rule's own term. */
public sealed interface Ground {

    /**
     * An insurer's circular (deadlines.md 13).
     *
     * @param id of the overlay in the policy
     * @param source the circular
     */
    record Overlaid(String id, String source, LocalDate dated) implements Ground {}

    /** The insurer consented to a postponement (deadlines.md 7). */
    record Consented() implements Ground {}
}
