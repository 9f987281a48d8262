package io.claimgate.feed;

import io.claimgate.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the buyer's fields of a row. */
final class PartyReader {

    static final List<String> FIELDS = List.of(
            "buyerId",
            "buyerName",
            "buyerCountry",
            "buyerRegistration",
            "buyerRegistrationScheme",
            "buyerVat",
            "buyerStreet",
            "buyerPostCode",
            "buyerCity",
            "buyerEmail",
            "buyerLanguage");

    private static final Pattern ISO_6523 = Pattern.compile("\\d{4}");

    private final Cell id;
    private final Cell name;
    private final Cell country;
    private final Cell registration;
    private final Cell scheme;
    private final Cell vat;
    private final Cell street;
    private final Cell postCode;
    private final Cell city;
    private final Cell email;
    private final Cell language;

    PartyReader(Cells cells) {
        id = cells.needed("buyerId");
        name = cells.needed("buyerName");
        country = cells.needed("buyerCountry");
        registration = cells.of("buyerRegistration");
        scheme = cells.of("buyerRegistrationScheme");
        vat = cells.of("buyerVat");
        street = cells.of("buyerStreet");
        postCode = cells.of("buyerPostCode");
        city = cells.of("buyerCity");
        email = cells.of("buyerEmail");
        language = cells.of("buyerLanguage");
    }

    /** The buyer, or null where a required field was refused. */
    @Nullable
    Party read(String[] row, RowFaults faults) {
        String ref = id.required(row, 60, faults);
        String called = name.required(row, 255, faults);
        String where = country.required(row, 60, faults);
        if (where != null && !Codes.COUNTRIES.contains(where)) {
            country.unknown(where, "ISO 3166-1 alpha-2", faults);
        }
        String number = compact(registration.text(row, 60, faults));
        String numberScheme = scheme.text(row, 60, faults);
        checkRegistration(row, numberScheme, faults);
        Party party = new Party(
                ref == null ? "" : ref,
                called == null ? "" : called,
                where == null ? "" : where,
                number,
                numberScheme,
                compact(vat.text(row, 30, faults)),
                street.text(row, 255, faults),
                postCode.text(row, 20, faults),
                city.text(row, 100, faults),
                email.text(row, 255, faults),
                language.text(row, 5, faults));
        return faults.rejected() ? null : party;
    }

    private void checkRegistration(String[] row, @Nullable String numberScheme, RowFaults faults) {
        if (registration.given(row) != scheme.given(row)) {
            (registration.given(row) ? scheme : registration).missing(faults);
        } else if (numberScheme != null && !ISO_6523.matcher(numberScheme).matches()) {
            faults.reject(
                    scheme.field(),
                    ProblemCode.ERP_106,
                    "not a four-digit scheme of ISO 6523; correct the row or map the value",
                    numberScheme);
        }
    }

    private static @Nullable String compact(@Nullable String number) {
        if (number == null) {
            return null;
        }
        String compact = number.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
        return compact.isEmpty() ? null : compact;
    }
}
