package io.claimgate.accounting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the books of one ERP want their entries.
 *
 * @param source whose it is; {@code default} for those that have none of their own
 * @param rules lines by event, one entry for each event
 * @param texts what an entry is called, by event
 */
public record AccountingMapping(
        String source,
        PostingFormat format,
        Journal journal,
        AccountMap accounts,
        Map<Booking.Event, List<RuleLine>> rules,
        Map<Booking.Event, String> texts) {

    public AccountingMapping {
        rules = Map.copyOf(new EnumMap<>(rules));
        texts = Map.copyOf(new EnumMap<>(texts));
    }

    /** The lines of an event; a mapping that was checked has them. */
    List<RuleLine> lines(Booking.Event event) {
        return Objects.requireNonNull(
                rules.get(event), () -> "mappings/accounting/" + source + ".yaml has no rule for " + event);
    }

    String text(Booking.Event event) {
        return Objects.requireNonNull(
                texts.get(event), () -> "mappings/accounting/" + source + ".yaml has no text for " + event);
    }

    Account account(String role, LocalDate day) {
        return accounts.account(role, day)
                .orElseThrow(() -> new IllegalStateException("mappings/accounting/" + source + ".yaml: role \"" + role
                        + "\" has no account on " + day + "; add a period that begins earlier"));
    }

    /** Whether entries in this currency can be written: a FEC is in the currency of the books, and no rate is invented. */
    public boolean writes(String currency) {
        return format == PostingFormat.CSV || journal.currency().equals(currency);
    }
}
