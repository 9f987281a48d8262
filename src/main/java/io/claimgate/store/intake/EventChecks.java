package io.claimgate.store.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.RowFault;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Faults;
import io.claimgate.money.Currencies;
import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Takes events out of staging that cannot stand: about what nobody knows, or against an earlier line of the file. */
final class EventChecks {

    private static final String STAGING = "staging_event";
    private static final String AGAIN = ", then drop the row again";

    private record Money(long line, BigDecimal amount, String currency) {
        boolean exact() {
            return amount.stripTrailingZeros().scale() <= Currencies.minorUnits(currency);
        }
    }

    private final NamedParameterJdbcTemplate sql;
    private final Repeats rejects;

    EventChecks(NamedParameterJdbcTemplate sql, Faults faults) {
        this.sql = sql;
        this.rejects = new Repeats(sql, faults);
    }

    /** What it took out, as rejects. */
    Counts check(ErpFile file, ErpSource source) {
        Map<String, Object> scope = Map.of("file", file.id(), "scheme", source.identifierScheme());
        return reject(
                        file,
                        scope,
                        "buyerId",
                        ProblemCode.ERP_111,
                        EventSql.UNKNOWN_BUYER,
                        "no invoice or buyer of this source has told of him; bring him in" + AGAIN)
                .plus(reject(
                        file,
                        scope,
                        "invoiceNumber",
                        ProblemCode.ERP_111,
                        EventSql.UNKNOWN_INVOICE,
                        "no invoice of this creditor has this number and instalment; bring it in" + AGAIN))
                .plus(reject(
                        file,
                        scope,
                        "invoiceNumber",
                        ProblemCode.ERP_111,
                        EventSql.FOREIGN_INVOICE,
                        "is not an invoice of the buyer that the row names; correct one of them" + AGAIN))
                .plus(reject(
                        file,
                        scope,
                        "kind",
                        ProblemCode.ERP_107,
                        EventSql.CONTRADICTING,
                        "an earlier line tells the same event with other content; keep one" + AGAIN))
                .plus(inexact(file, scope));
    }

    private Counts reject(
            ErpFile file, Map<String, Object> scope, String field, ProblemCode code, String query, String message) {
        return rejects.reject(STAGING, file.id(), field, code, message, query, scope);
    }

    private Counts inexact(ErpFile file, Map<String, Object> scope) {
        List<RowFault> found = sql
                .query(
                        EventSql.AMOUNTS,
                        scope,
                        (row, number) -> new Money(row.getLong(1), row.getBigDecimal(2), row.getString(3)))
                .stream()
                .filter(money -> !money.exact())
                .map(money -> new RowFault(
                        money.line(),
                        "amount",
                        ProblemCode.ERP_105,
                        "more decimals than " + money.currency() + ", the invoice's currency, has; correct the row"
                                + AGAIN,
                        money.amount().stripTrailingZeros().toPlainString(),
                        false))
                .toList();
        return rejects.reject(STAGING, file.id(), found);
    }
}
