package io.claimgate.money;

import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/** The currencies of ISO 4217 and how many decimals their smallest unit has: EUR 2, JPY 0, KWD 3. */
public final class Currencies {

    private static final Map<String, Integer> MINOR_UNITS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    private Currencies() {}

    /** Whether {@code code} is a currency in which amounts can be written; never for codes such as XXX or XAU. */
    public static boolean known(String code) {
        return MINOR_UNITS.containsKey(code);
    }

    /**
     * Decimals of the currency's smallest unit.
     *
     * @throws IllegalArgumentException if the currency is not known
     */
    public static int minorUnits(String code) {
        Integer units = MINOR_UNITS.get(code);
        if (units == null) {
            throw new IllegalArgumentException(
                    "currency \"" + code + "\" is not an ISO 4217 currency with minor units");
        }
        return units;
    }
}
