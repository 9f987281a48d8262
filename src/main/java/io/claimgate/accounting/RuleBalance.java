package io.claimgate.accounting;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether an entry balances whatever the figures are. Amounts are sums of three parts that move independently: GROSS is COSTS and NET, NET is
 * INSURER_SHARE and INSURED_SHARE. An entry balances for all figures when it balances for each part alone.
 */
public final class RuleBalance {

    private static final Set<Booking.Amount> PARTS =
            EnumSet.of(Booking.Amount.COSTS, Booking.Amount.INSURER_SHARE, Booking.Amount.INSURED_SHARE);

    private RuleBalance() {}

    /** The parts that the amount is the sum of. */
    static Set<Booking.Amount> parts(Booking.Amount amount) {
        return switch (amount) {
            case GROSS -> PARTS;
            case NET -> EnumSet.of(Booking.Amount.INSURER_SHARE, Booking.Amount.INSURED_SHARE);
            case COSTS, INSURER_SHARE, INSURED_SHARE -> EnumSet.of(amount);
        };
    }

    /** The parts that stand more often on one side than on the other; empty where the entry balances. */
    public static List<Booking.Amount> unbalanced(List<RuleLine> lines) {
        return PARTS.stream().filter(part -> difference(part, lines) != 0).toList();
    }

    private static int difference(Booking.Amount part, List<RuleLine> lines) {
        return lines.stream()
                .filter(line -> parts(line.amount()).contains(part))
                .mapToInt(line -> line.side() == RuleLine.Side.DEBIT ? 1 : -1)
                .sum();
    }
}
