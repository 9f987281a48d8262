package io.claimgate.accounting;

import io.claimgate.money.Money;
import io.claimgate.money.Shares;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The amounts of a booking shared over its receivables by weight. Only the parts that nothing else adds up to are shared, each exactly; GROSS
 * and NET of a receivable are the sums of its parts. So every receivable balances alone, whichever of them an ERP is told of, and all of them
 * together are the booking to the cent.
 */
final class SharedAmounts {

    private final Map<Booking.Amount, List<Money>> parts = new EnumMap<>(Booking.Amount.class);
    private final boolean shared;
    private final String currency;

    SharedAmounts(Booking booking) {
        currency = booking.currency();
        shared = booking.event().shared();
        List<BigDecimal> weights = weights(booking);
        if (shared) {
            RuleBalance.parts(Booking.Amount.GROSS)
                    .forEach(part -> parts.put(part, Shares.split(amount(booking, part), weights)));
            agree(booking, Booking.Amount.GROSS);
            agree(booking, Booking.Amount.NET);
        } else {
            parts.put(Booking.Amount.GROSS, Shares.split(amount(booking, Booking.Amount.GROSS), weights));
        }
    }

    /** What an amount comes to over some of the receivables, by their places. */
    Money of(Booking.Amount amount, Collection<Integer> places) {
        Money sum = Money.zero(currency);
        for (Booking.Amount part : shared ? RuleBalance.parts(amount) : List.of(amount)) {
            List<Money> shares = parts.get(part);
            if (shares == null) {
                throw new IllegalStateException(
                        "an event without shares has no " + amount + "; name GROSS in its rule");
            }
            for (int place : places) {
                sum = sum.plus(shares.get(place));
            }
        }
        return sum;
    }

    /** Where nothing was declared to weigh by, all weigh the same. */
    private static List<BigDecimal> weights(Booking booking) {
        List<BigDecimal> weights =
                booking.receivables().stream().map(Booking.Receivable::weight).toList();
        return weights.stream().anyMatch(weight -> weight.signum() > 0)
                ? weights
                : weights.stream().map(weight -> BigDecimal.ONE).toList();
    }

    private static Money amount(Booking booking, Booking.Amount name) {
        return new Money(booking.amounts().getOrDefault(name, BigDecimal.ZERO), booking.currency());
    }

    private static void agree(Booking booking, Booking.Amount name) {
        BigDecimal told = booking.amounts().get(name);
        BigDecimal sum = RuleBalance.parts(name).stream()
                .map(part -> amount(booking, part).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (told != null && told.compareTo(sum) != 0) {
            throw new IllegalArgumentException("booking " + booking.cause() + ": " + name + " " + told
                    + " is not the sum " + sum + " of its parts " + booking.amounts());
        }
    }
}
