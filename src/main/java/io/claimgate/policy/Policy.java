package io.claimgate.policy;

import io.claimgate.calendar.DayEnd;
import io.claimgate.calendar.DayRange;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One insurance contract's terms, as its file says (contracts.md 3). Every number in it is data, none a constant of the code.
 *
 * @param name the file's {@code policy}
 * @param renews the policy that it continues; null for the first of a contract
 * @param insurer a folder under {@code mappings/insurers}
 * @param countries buyer countries; empty: all
 * @param currency ISO 4217; cover, limits and thresholds are in it
 * @param dayEnd zone and cut-off
 * @param calendars countries whose holidays count for safe dates
 * @param valid deliveries (else invoices) of these days are under it
 * @param warnings days before the safe date, largest first
 * @param deadlines by kind; always holds the declaration
 * @param monthEndCutoff null: none
 * @param consent what the close of a kind becomes once the insurer consented to a postponement
 * @param contentHash SHA-256 of the file: another content is another version
 */
public record Policy(
        String name,
        @Nullable String renews,
        String insurer,
        List<String> creditors,
        List<String> countries,
        String currency,
        DayEnd dayEnd,
        List<String> calendars,
        DayRange valid,
        Cover cover,
        LossTerms loss,
        List<Integer> warnings,
        SortedMap<DeadlineKind, DeadlineRule> deadlines,
        @Nullable MonthEndCutoff monthEndCutoff,
        Map<DeadlineKind, Term> consent,
        List<Overlay> overlays,
        DocumentTerms documents,
        DeclareTerms declare,
        ChangeTerms changes,
        String contentHash) {

    public Policy {
        creditors = List.copyOf(creditors);
        countries = List.copyOf(countries);
        calendars = List.copyOf(calendars);
        warnings = warnings.stream().sorted((a, b) -> b - a).distinct().toList();
        deadlines = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(deadlines));
        consent = Map.copyOf(consent);
        overlays = List.copyOf(overlays);
    }

    /** Whether it may insure a receivable of this creditor against a buyer of this country. */
    public boolean insures(String creditor, String buyerCountry) {
        return creditors.contains(creditor) && (countries.isEmpty() || countries.contains(buyerCountry));
    }

    /** The rule of a kind; null where the policy has none. */
    public @Nullable DeadlineRule rule(DeadlineKind kind) {
        return deadlines.get(kind);
    }
}
