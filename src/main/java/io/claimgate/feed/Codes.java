package io.claimgate.feed;

import java.util.Locale;
import java.util.Set;

/** The code lists that rows are checked against. */
final class Codes {

    /** UNTDID 1001, as far as they make a receivable or reduce one. */
    static final Set<String> INVOICE_TYPES = Set.of("84", "380", "381", "383", "384", "386", "389", "393");

    static final String INVOICE = "380";
    static final String CREDIT_NOTE = "381";

    /** ISO 3166-1 alpha-2. */
    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static final Set<String> LIMIT_TYPES = Set.of("NAMED", "DISCRETIONARY", "BLIND", "NONE");

    private Codes() {}
}
