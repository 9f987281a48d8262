package io.claimgate.deadline;

import io.claimgate.policy.FactAnchor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a term gives for a receivable: a date, no date yet, or no date because the row lacks a fact. */
public sealed interface Resolution {

    /** @param provisional a term of a composite was not known */
    record Known(LocalDate date, boolean provisional) implements Resolution {}

    /** The row should carry the fact and does not. */
    record Unknown(FactAnchor missing) implements Resolution {}

    /**
     * The event has not happened: the clock does not exist yet.
     *
     * @param optional it need not ever happen
     */
    record NotYet(boolean optional) implements Resolution {}

    /** The date; null unless known. */
    default @Nullable LocalDate dateOrNull() {
        return this instanceof Known known ? known.date() : null;
    }
}
