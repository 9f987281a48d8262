package io.claimgate.recovery;

import io.claimgate.money.Currencies;
import io.claimgate.recovery.InsurerResult.DocumentsRequest;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.Status;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether the amounts of a result are amounts of their currency: nothing is rounded here, by nobody. */
public final class ResultAmounts {

    private ResultAmounts() {}

    /**
     * What is wrong with them, with the value; empty if nothing is.
     *
     * @param claimCurrency in which a status speaks
     */
    public static Optional<String> wrong(InsurerResult result, String claimCurrency) {
        if (result instanceof Settlement told) {
            return wrong(
                    told.currency(),
                    Arrays.asList(told.amount(), told.costs(), told.insurerShare(), told.insuredShare()));
        }
        if (result instanceof Status told) {
            return wrong(claimCurrency, Arrays.asList(told.acceptedAmount()));
        }
        if (result instanceof DocumentsRequest) {
            return Optional.empty();
        }
        throw new IllegalStateException("no other kind of result: " + result.getClass());
    }

    private static Optional<String> wrong(String currency, List<BigDecimal> amounts) {
        if (!Currencies.known(currency)) {
            return Optional.of("\"" + currency + "\" is no currency with minor units");
        }
        int decimals = Currencies.minorUnits(currency);
        return amounts.stream()
                .filter(Objects::nonNull)
                .filter(amount -> amount.stripTrailingZeros().scale() > decimals)
                .findFirst()
                .map(amount -> "\"" + amount.toPlainString() + "\" has more than the " + decimals + " decimals of "
                        + currency);
    }
}
