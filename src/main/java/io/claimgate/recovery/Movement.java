package io.claimgate.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money of a claim, as it has to stand in the books. Amounts in the claim's currency, none negative.
 *
 * @param root what it comes from, for ever
 * @param on value date
 * @param insurerShare of a recovery; zero otherwise
 * @param insuredShare of a recovery; zero otherwise
 * @param result the row of the insurer's message; null where our own books tell it
 * @param payment the row of the buyer's payment; null where it is none
 */
public record Movement(
        String root,
        MovementKind kind,
        LocalDate on,
        BigDecimal amount,
        BigDecimal costs,
        BigDecimal insurerShare,
        BigDecimal insuredShare,
        @Nullable Long result,
        @Nullable Long payment) {

    /** @throws IllegalArgumentException if an amount is negative, or the shares of a recovery are not what there is to share */
    public Movement {
        boolean shares = insurerShare.add(insuredShare).signum() != 0;
        boolean balanced = amount.subtract(costs).compareTo(insurerShare.add(insuredShare)) == 0;
        if (amount.signum() < 0
                || costs.signum() < 0
                || insurerShare.signum() < 0
                || insuredShare.signum() < 0
                || (shares && !balanced)) {
            throw new IllegalArgumentException(
                    kind + " " + root + ": " + amount + " less costs " + costs + " is not shared by the insurer's "
                            + insurerShare + " and our " + insuredShare + ", or one of them is negative");
        }
    }

    /** One that is not shared. */
    public static Movement whole(
            MovementKind kind, String root, LocalDate on, BigDecimal amount, @Nullable Long result) {
        return new Movement(root, kind, on, amount, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, result, null);
    }

    /** What of it we owe the insurer. */
    public BigDecimal owed() {
        return switch (kind) {
            case RECOVERY_BY_INSURED -> insurerShare;
            case CLAWBACK, COSTS_CHARGED -> amount;
            default -> BigDecimal.ZERO;
        };
    }

    /** Whether the books would show the same. */
    public boolean sameMoney(Movement other) {
        return kind == other.kind
                && amount.compareTo(other.amount) == 0
                && costs.compareTo(other.costs) == 0
                && insurerShare.compareTo(other.insurerShare) == 0
                && insuredShare.compareTo(other.insuredShare) == 0;
    }
}
