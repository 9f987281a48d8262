package io.claimgate.catalogue;

import io.claimgate.calendar.DayEnd;
import io.claimgate.calendar.DayRange;
import io.claimgate.money.Currencies;
import io.claimgate.policy.Cover;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.DeclareTerms;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.LossTerms;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one policy (contracts.md 3). Faults go into the section's problems and a harmless value takes the place of what is wrong, so that
 * one reading finds them all; the caller drops the policy if there was any.
 */
final class PolicyReader {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final List<Integer> DEFAULT_WARNINGS = List.of(15, 7, 3, 1, 0);

    private final Section file;
    private final String contentHash;

    PolicyReader(Section file, String contentHash) {
        this.file = file;
        this.contentHash = contentHash;
    }

    Policy read() {
        String name = Objects.requireNonNullElse(file.requiredValue("policy", PolicyReader::name), "unnamed");
        String currency = Objects.requireNonNullElse(file.requiredValue("currency", PolicyReader::currency), "EUR");
        CoverReader coverReader = new CoverReader(file, currency);
        Cover cover = coverReader.cover();
        LossTerms loss = coverReader.loss(cover.basis());
        SortedMap<DeadlineKind, DeadlineRule> deadlines = new RuleReader(file).deadlines();
        OverlayReader overlays = new OverlayReader(file);
        DeclareTerms declare = new DeclareReader(file, currency).declare();
        Policy policy = new Policy(
                name,
                file.text("renews"),
                Objects.requireNonNullElse(file.requiredText("insurer"), "unknown"),
                file.requiredTexts("creditors"),
                countries(),
                currency,
                dayEnd(),
                file.requiredTexts("calendar"),
                valid(),
                cover,
                loss,
                warnings(),
                deadlines,
                overlays.monthEndCutoff(),
                overlays.consent(),
                overlays.overlays(),
                new DocumentReader(file).documents(),
                declare,
                new ChangesReader(file, currency).changes(declare.mode()),
                contentHash);
        file.noOther();
        return policy;
    }

    private List<String> countries() {
        List<String> countries = file.texts("countries");
        if (countries.equals(List.of("all"))) {
            return List.of();
        }
        countries.stream()
                .filter(country -> !COUNTRIES.contains(country))
                .forEach(wrong -> file.fault(
                        file.line("countries"),
                        wrong,
                        "countries: not an ISO 3166-1 alpha-2 code; write all, or a list like [FR, BE]"));
        return countries;
    }

    private DayEnd dayEnd() {
        ZoneId zone = file.requiredValue("zone", PolicyReader::zone);
        String cutOff = Objects.requireNonNullElse(file.text("cutOff"), "24:00");
        LocalTime hour = cutOff.equals("24:00") ? null : file.value("cutOff", PolicyReader::hour);
        return new DayEnd(zone == null ? ZoneOffset.UTC : zone, hour);
    }

    private DayRange valid() {
        Section valid = file.requiredSection("valid");
        if (valid == null) {
            return DayRange.ALWAYS;
        }
        LocalDate from = valid.requiredValue("from", PolicyReader::day);
        LocalDate to = valid.value("to", PolicyReader::day);
        valid.noOther();
        if (from != null && to != null && to.isBefore(from)) {
            valid.fault(valid.line("to"), to.toString(), "valid: ends before it begins on " + from);
            return DayRange.ALWAYS;
        }
        return new DayRange(from, to);
    }

    private List<Integer> warnings() {
        if (!file.has("warnings")) {
            return DEFAULT_WARNINGS;
        }
        return file.texts("warnings").stream()
                .filter(text -> {
                    boolean days = text.matches("\\d{1,3}");
                    if (!days) {
                        file.fault(file.line("warnings"), text, "warnings: not a number of days before the safe date");
                    }
                    return days;
                })
                .map(Integer::valueOf)
                .toList();
    }

    static String name(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
            throw new IllegalArgumentException("write a name of letters, digits, dots and hyphens, at most 60");
        }
        return text;
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException wrong) {
            throw new IllegalArgumentException("not a day; write it like 2026-01-31", wrong);
        }
    }

    static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("not a whole number");
        }
        return Integer.parseInt(text);
    }

    /** An amount that is not negative and has no more decimals than the currency. */
    static BigDecimal amount(String text, String currency) {
        BigDecimal amount = Section.decimal(text);
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > Currencies.minorUnits(currency)) {
            throw new IllegalArgumentException("not an amount of " + currency + " from 0 on");
        }
        return amount.setScale(Currencies.minorUnits(currency), java.math.RoundingMode.UNNECESSARY);
    }

    static Term.@Nullable At creditTerm(Section file) {
        Term term = TermReader.read(file, "maxCreditTerm");
        if (term == null) {
            return null;
        }
        if (term instanceof Term.At at
                && (at.anchor() == FactAnchor.INVOICE_DATE || at.anchor() == FactAnchor.DELIVERY_DATE)) {
            return at;
        }
        file.fault(
                file.line("maxCreditTerm"),
                term.text(),
                "maxCreditTerm: write INVOICE_DATE or DELIVERY_DATE and a period");
        return null;
    }

    private static String currency(String text) {
        Currencies.minorUnits(text);
        return text;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (java.time.DateTimeException wrong) {
            throw new IllegalArgumentException("no such time zone; write it like Europe/Paris", wrong);
        }
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text);
        } catch (java.time.DateTimeException wrong) {
            throw new IllegalArgumentException("not an hour; write it like \"18:00\" or \"24:00\", in quotes", wrong);
        }
    }
}
