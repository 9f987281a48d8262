package io.claimgate.receivable;

import io.claimgate.money.FxRates;
import io.claimgate.money.MissingRate;
import io.claimgate.policy.LossTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Amounts in the policy's currency at the policy's day (money.md, Currencies): the invoice date, or the date of loss; as long as that is
 * not known or has not come, the invoice date too. Remembers every rate that it missed.
 */
public final class PolicyMoney {

    private final FxRates rates;
    private final String currency;
    private final LossTerms.FxDate fx;
    private final @Nullable LocalDate dateOfLoss;
    private final SortedSet<MissingRate> missing = new TreeSet<>();

    /** @param dateOfLoss null: not known, or still to come */
    public PolicyMoney(FxRates rates, String currency, LossTerms.FxDate fx, @Nullable LocalDate dateOfLoss) {
        this.rates = rates;
        this.currency = currency;
        this.fx = fx;
        this.dateOfLoss = dateOfLoss;
    }

    public String currency() {
        return currency;
    }

    /** The day whose rate converts what was invoiced on that day. */
    public LocalDate dayFor(LocalDate issuedOn) {
        LocalDate loss = fx == LossTerms.FxDate.DATE_OF_LOSS ? dateOfLoss : null;
        return loss == null ? issuedOn : loss;
    }

    /** What an amount is worth, not rounded; empty without a rate, which is remembered. */
    public Optional<BigDecimal> worth(BigDecimal amount, String from, LocalDate issuedOn) {
        LocalDate day = dayFor(issuedOn);
        Optional<BigDecimal> worth = rates.quote(from, currency, day).map(quote -> quote.exact(amount));
        if (worth.isEmpty()) {
            missing.add(new MissingRate(from, currency, day));
        }
        return worth;
    }

    /** Rates that were asked for in vain. */
    public SortedSet<MissingRate> missing() {
        return missing;
    }
}
