package io.claimgate.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Published rates (money.md, Currencies: data, never fetched). Of a day without one the last before it holds, as on weekends, but none that
 * is too old: better no rate, which is told at once, than one that nobody would expect.
 */
public final class FxRates {

    /** Central banks publish against it: two currencies without a rate of their own meet there. */
    public static final String HUB = "EUR";

    /** Over a weekend and the holidays beside it: how old a rate may be where nobody says otherwise. */
    public static final int USUAL_AGE_DAYS = 7;

    private static final Optional<FxQuote> PAR = Optional.of(FxQuote.PAR);

    public static final FxRates NONE = new FxRates(java.util.List.of(), 0);

    private final Map<String, TreeMap<LocalDate, BigDecimal>> published = new HashMap<>();
    private final int longestAgeDays;

    /** @param longestAgeDays how many days before the day asked for a rate may have been published */
    public FxRates(Collection<FxRate> rates, int longestAgeDays) {
        this.longestAgeDays = longestAgeDays;
        rates.forEach(rate -> published
                .computeIfAbsent(pair(rate.from(), rate.to()), key -> new TreeMap<>())
                .put(rate.on(), rate.rate()));
    }

    public int longestAgeDays() {
        return longestAgeDays;
    }

    /** The rate of a day: as published, else turned round, else across the {@link #HUB}; empty where none is known or all are too old. */
    public Optional<FxQuote> quote(String from, String to, LocalDate day) {
        if (from.equals(to)) {
            return PAR;
        }
        return direct(from, to, day).or(() -> across(from, to, day));
    }

    private Optional<FxQuote> direct(String from, String to, LocalDate day) {
        return last(from, to, day).or(() -> last(to, from, day).map(FxQuote::inverse));
    }

    private Optional<FxQuote> across(String from, String to, LocalDate day) {
        return from.equals(HUB) || to.equals(HUB)
                ? Optional.empty()
                : direct(from, HUB, day).flatMap(there -> direct(HUB, to, day).map(there::then));
    }

    private Optional<FxQuote> last(String from, String to, LocalDate day) {
        TreeMap<LocalDate, BigDecimal> days = published.get(pair(from, to));
        Map.Entry<LocalDate, BigDecimal> last = days == null ? null : days.floorEntry(day);
        return last == null || last.getKey().isBefore(day.minusDays(longestAgeDays))
                ? Optional.empty()
                : Optional.of(new FxQuote(last.getValue(), BigDecimal.ONE));
    }

    private static String pair(String from, String to) {
        return from + to;
    }
}
