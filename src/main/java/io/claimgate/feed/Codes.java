package io.claimgate.feed;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The code lists that rows are checked against. */
final class Codes {

    /** UNTDID 1001, as far as they make a receivable or reduce one. */
    static final Set<String> INVOICE_TYPES = Set.of("380", "381", "383", "384", "386", "389", "393");

    static final String INVOICE = "380";
    static final String CREDIT_NOTE = "381";

    /** ISO 3166-1 alpha-2. */
    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static final Set<String> LIMIT_TYPES = Set.of("NAMED", "DISCRETIONARY", "BLIND", "NONE");

    private static final Map<String, Integer> MINOR_UNITS = minorUnits();

    private Codes() {}

    /** Decimals of an ISO 4217 currency; null for anything else, metals and test codes included. */
    static @Nullable Integer minorUnits(String currency) {
        return MINOR_UNITS.get(currency);
    }

    private static Map<String, Integer> minorUnits() {
        Map<String, Integer> units = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (currency.getDefaultFractionDigits() >= 0) {
                units.put(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
            }
        }
        return Map.copyOf(units);
    }
}
