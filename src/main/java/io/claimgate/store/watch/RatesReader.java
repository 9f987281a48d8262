package io.claimgate.store.watch;

import io.claimgate.money.FxRate;
import io.claimgate.money.FxRates;
import io.claimgate.receivable.LimitFacts;
import io.claimgate.receivable.PaymentFacts;
import io.claimgate.receivable.ReceivableFacts;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rates that an exposure may need: most are in one currency, and need none. */
final class RatesReader {

    private final JdbcClient sql;
    private final int longestAgeDays;

    RatesReader(JdbcClient sql, int longestAgeDays) {
        this.sql = sql;
        this.longestAgeDays = longestAgeDays;
    }

    /** @param currency the policy's */
    FxRates of(
            String creditor,
            String currency,
            List<ReceivableFacts> receivables,
            List<PaymentFacts> payments,
            List<LimitFacts> limits) {
        Set<String> currencies = new HashSet<>(Set.of(currency));
        receivables.forEach(each -> currencies.add(each.currency()));
        payments.forEach(each -> currencies.add(each.currency()));
        limits.forEach(each -> currencies.add(each.currency()));
        if (currencies.size() == 1) {
            return FxRates.NONE;
        }
        currencies.add(FxRates.HUB);
        LocalDate first = Stream.concat(
                        receivables.stream().map(ReceivableFacts::issueDate),
                        payments.stream().map(PaymentFacts::paidOn))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return new FxRates(read(creditor, currencies, first.minusDays(longestAgeDays)), longestAgeDays);
    }

    private List<FxRate> read(String creditor, Set<String> currencies, LocalDate since) {
        return sql.sql("""
                        select rate_day, from_currency, to_currency, rate from fx_rate where creditor = :creditor and current
                          and from_currency in (:currencies) and to_currency in (:currencies) and rate_day >= :since""")
                .param("creditor", creditor)
                .param("currencies", currencies)
                .param("since", since)
                .query((row, number) -> new FxRate(
                        row.getObject("rate_day", LocalDate.class),
                        row.getString("from_currency"),
                        row.getString("to_currency"),
                        row.getBigDecimal("rate")))
                .list();
    }
}
