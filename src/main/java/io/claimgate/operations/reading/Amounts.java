package io.claimgate.operations.reading;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Amounts as people and programs read them: with the decimals of their currency (ISO 4217). */
public final class Amounts {

    private static final int USUAL = 2;
    private static final Map<String, Integer> DIGITS = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    private Amounts() {}

    /** {@code 100.0000} EUR is 100.00, {@code 5.0000} JPY is 5. Decimals beyond the currency's stay, never rounded away. */
    public static BigDecimal of(BigDecimal stored, String currency) {
        int digits = Math.max(0, DIGITS.getOrDefault(currency, USUAL));
        int needed = Math.max(0, stored.stripTrailingZeros().scale());
        return stored.setScale(Math.max(digits, needed));
    }

    /** A function that does it for one currency. */
    static Function<BigDecimal, BigDecimal> in(String currency) {
        return stored -> of(stored, currency);
    }
}
