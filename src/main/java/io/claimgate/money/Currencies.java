package io.claimgate.money;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies of ISO 4217 and how many decimals their smallest unit has: EUR 2, JPY 0, KWD 3. */
public final class Currencies {

    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** Whether {@code code} is a currency in which amounts can be written; never for codes such as XXX or XAU. */
    public static boolean known(String code) {
        return KNOWN.contains(code);
    }

    /**
     * Decimals of the currency's smallest unit.
     *
     * @throws IllegalArgumentException if the currency is not known
     */
    public static int minorUnits(String code) {
        if (!known(code)) {
            throw new IllegalArgumentException(
                    "currency \"" + code + "\" is not an ISO 4217 currency with minor units");
        }
        return Currency.getInstance(code).getDefaultFractionDigits();
    }
}
