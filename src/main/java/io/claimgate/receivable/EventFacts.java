package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact about the buyer, a receivable or the claim.
 *
 * @param date of the event; for INSOLVENCY the opening, for a notice the day it was received
 * @param recordedOn the day the gateway learnt of it, in the policy's zone
 * @param receivableId null: about the buyer
 * @param newDueDate of an extension, a plan or a consent
 */
public record EventFacts(
        EventKind kind,
        LocalDate date,
        @Nullable LocalDate awareOn,
        @Nullable LocalDate publishedOn,
        LocalDate recordedOn,
        @Nullable Long receivableId,
        @Nullable LocalDate newDueDate,
        @Nullable BigDecimal amount) {

    /** The day of awareness; if missing, the earlier of publication and the day it was recorded (deadlines.md 5). */
    public LocalDate knownOn() {
        if (awareOn != null) {
            return awareOn;
        }
        return publishedOn != null && publishedOn.isBefore(recordedOn) ? publishedOn : recordedOn;
    }
}
