package io.claimgate.flow.guard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What waits in a case.
 *
 * @param amounts by currency
 * @param late claims past their safe date
 */
record Figures(
        long claims,
        Map<String, BigDecimal> amounts,
        long late,
        Optional<LocalDate> firstSafe,
        Optional<LocalDate> firstClose) {

    static Figures of(List<GuardCases.Waiting> waiting, Instant now) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        waiting.forEach(one -> amounts.merge(one.currency(), one.amount(), BigDecimal::add));
        return new Figures(
                waiting.stream().mapToLong(GuardCases.Waiting::claims).sum(),
                amounts,
                waiting.stream()
                        .filter(one -> one.window().nearClose(now))
                        .mapToLong(GuardCases.Waiting::claims)
                        .sum(),
                waiting.stream()
                        .flatMap(one -> Optional.ofNullable(one.window().safeOn()).stream())
                        .min(Comparator.naturalOrder()),
                waiting.stream().map(one -> one.window().closesOn()).min(Comparator.naturalOrder()));
    }

    /** For a person. */
    String sentence() {
        if (claims == 0) {
            return "No claim waits yet.";
        }
        String sums = amounts.entrySet().stream()
                .map(one -> one.getValue().toPlainString() + " " + one.getKey())
                .collect(Collectors.joining(" and "));
        String dates = firstSafe.map(day -> ", the first safe date is " + day).orElse("")
                + firstClose.map(day -> ", the first closes on " + day).orElse("");
        String past = late == 0 ? "" : "; " + late + " are past their safe date";
        return claims + (claims == 1 ? " claim of " : " claims of ") + sums + " wait" + (claims == 1 ? "s" : "") + dates
                + past + ".";
    }
}
