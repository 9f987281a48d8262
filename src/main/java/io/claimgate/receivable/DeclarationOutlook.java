package io.claimgate.receivable;

import io.claimgate.deadline.Deadline;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration would be, and whether it is time.
 *
 * @param eligibility whether it may be declared at all
 * @param actNow eligible, and the planned day is reached: the machine declares
 * @param governing the clock that it has to keep; null where none runs
 * @param cause why the buyer's debt is declared
 * @param lines the whole outstanding: overdue, disputed, not yet due; never foreclosed ones; oldest first
 * @param amount what the lines are worth together, in the policy's currency; lines without a rate are not in it
 */
public record DeclarationOutlook(
        Eligibility eligibility,
        boolean actNow,
        @Nullable Deadline governing,
        Cause cause,
        List<DeclarationLine> lines,
        BigDecimal amount,
        String currency) {

    public DeclarationOutlook {
        lines = List.copyOf(lines);
    }

    public enum Cause {
        PROTRACTED_DEFAULT,
        INSOLVENCY
    }
}
