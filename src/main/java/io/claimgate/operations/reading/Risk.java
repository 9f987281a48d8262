package io.claimgate.operations.reading;

import io.claimgate.flow.BusinessClock;
import io.claimgate.operations.access.Creditors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How much money is lost if what closes next is missed; each exposure counts once. */
@Component
public class Risk {

    /** The days ahead that are summed up. */
    public static final List<Integer> DAYS = List.of(0, 7, 15, 30, 60);

    /** The amount that closes within {@code days} from today, today included, and in how many exposures. */
    public record Within(int days, BigDecimal amount, long count) {}

    /** One currency: all that is at risk, what closes within some days, and what was missed and is still open. */
    public record InCurrency(
            String currency, BigDecimal amount, long count, List<Within> within, BigDecimal missed, long missedCount) {}

    /** The amounts at risk on one business day. */
    public record Summary(LocalDate asOf, List<InCurrency> items) {}

    /** The amount that closes in the week that begins on {@code monday}. */
    public record Week(LocalDate monday, BigDecimal amount) {}

    private final Views views;
    private final BusinessClock clock;

    Risk(Views views, BusinessClock clock) {
        this.views = views;
        this.clock = clock;
    }

    public Summary summary(Creditors seen) {
        LocalDate today = clock.today(ZoneOffset.UTC);
        Map<String, InCurrency> found = new TreeMap<>();
        views.grouped(sums(today), Where.seenBy(seen), "group by currency", row -> {
                    String currency = row.text("currency");
                    List<Within> within = new ArrayList<>();
                    for (int i = 0; i < DAYS.size(); i++) {
                        within.add(new Within(DAYS.get(i), row.amount("a" + i), row.number("n" + i)));
                    }
                    return new InCurrency(
                            currency,
                            row.amount("amount"),
                            row.number("n"),
                            within,
                            Amounts.of(BigDecimal.ZERO, currency),
                            0);
                })
                .forEach(one -> found.put(one.currency(), one));
        missed(seen)
                .forEach(one -> found.merge(
                        one.currency(),
                        one,
                        (running, gone) -> new InCurrency(
                                running.currency(),
                                running.amount(),
                                running.count(),
                                running.within(),
                                gone.missed(),
                                gone.missedCount())));
        return new Summary(today, List.copyOf(found.values()));
    }

    /** Week by week, per currency, what closes in each of the next weeks; weeks without any are there with zero. */
    public Map<String, List<Week>> weeks(Creditors seen, int weeks) {
        LocalDate today = clock.today(ZoneOffset.UTC);
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        Where where = Where.seenBy(seen).and("closes_on >= ? and closes_on < ?", today, monday.plusWeeks(weeks));
        Map<String, Map<Integer, BigDecimal>> sums = new TreeMap<>();
        views.grouped(
                        "select currency, closes_on, sum(amount_at_risk) as amount from v_risk",
                        where,
                        "group by currency, closes_on",
                        row -> new Object[] {row.text("currency"), row.date("closes_on"), row.amount("amount")})
                .forEach(one -> sums.computeIfAbsent((String) one[0], currency -> new TreeMap<>())
                        .merge(week(monday, (LocalDate) one[1]), (BigDecimal) one[2], BigDecimal::add));
        Map<String, List<Week>> result = new TreeMap<>();
        sums.forEach((currency, byWeek) -> result.put(
                currency,
                IntStream.range(0, weeks)
                        .mapToObj(i -> new Week(
                                monday.plusWeeks(i), byWeek.getOrDefault(i, Amounts.of(BigDecimal.ZERO, currency))))
                        .toList()));
        return result;
    }

    private static int week(LocalDate monday, LocalDate day) {
        return (int) ((day.toEpochDay() - monday.toEpochDay()) / 7);
    }

    /** One pass over the view: the days are whole numbers and dates of ours, no text of anybody. */
    private static String sums(LocalDate today) {
        StringBuilder sql = new StringBuilder("select currency, sum(amount_at_risk) as amount, count(*) as n");
        for (int i = 0; i < DAYS.size(); i++) {
            String inTime = "closes_on <= date '" + today.plusDays(DAYS.get(i)) + "'";
            sql.append(", sum(case when ")
                    .append(inTime)
                    .append(" then amount_at_risk else 0 end) as a")
                    .append(i);
            sql.append(", sum(case when ")
                    .append(inTime)
                    .append(" then 1 else 0 end) as n")
                    .append(i);
        }
        return sql.append(" from v_risk").toString();
    }

    private List<InCurrency> missed(Creditors seen) {
        Where where = Where.seenBy(seen)
                .and("current = true")
                .and("status = 'MISSED'")
                .and("kind = 'declaration'");
        return views.grouped(
                "select currency, sum(amount_at_risk) as amount, count(*) as n from v_deadline",
                where,
                "group by currency",
                row -> {
                    BigDecimal zero = Amounts.of(BigDecimal.ZERO, row.text("currency"));
                    List<Within> none =
                            DAYS.stream().map(days -> new Within(days, zero, 0)).toList();
                    return new InCurrency(row.text("currency"), zero, 0, none, row.amount("amount"), row.number("n"));
                });
    }
}
