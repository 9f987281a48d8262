package io.claimgate.accounting;

import io.claimgate.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry: debit or credit, never both, never negative.
 *
 * @param auxiliary the sub-account: customer number or insurer; null where there is none
 * @param invoiceNumber where the line is about one invoice
 */
public record PostingLine(
        Account account,
        @Nullable Customer auxiliary,
        Money debit,
        Money credit,
        @Nullable String invoiceNumber) {

    public PostingLine {
        boolean oneSide = debit.amount().signum() > 0 && credit.amount().signum() == 0
                || credit.amount().signum() > 0 && debit.amount().signum() == 0;
        if (!oneSide || !debit.currency().equals(credit.currency())) {
            throw new IllegalArgumentException("a line has one amount on one side, not debit " + debit + " and credit "
                    + credit + " on account " + account.number());
        }
    }

    /** A negative amount stands on the other side. */
    static PostingLine of(
            RuleLine.Side side,
            Account account,
            @Nullable Customer auxiliary,
            Money amount,
            @Nullable String invoiceNumber) {
        Money nothing = Money.zero(amount.currency());
        Money size = new Money(amount.amount().abs(), amount.currency());
        boolean debit = (side == RuleLine.Side.DEBIT) == amount.isPositive();
        return new PostingLine(account, auxiliary, debit ? size : nothing, debit ? nothing : size, invoiceNumber);
    }
}
