package io.claimgate.store.intake;

import static io.claimgate.store.Times.utc;

import io.claimgate.feed.ErpSource;
import io.claimgate.flow.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Limits that an ERP tells of, beside those that an insurer tells (which win). Known by decision, else by type and first day. */
final class BuyerLimits {

    private record Limit(
            long id,
            String type,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String decision) {

        String key() {
            return decision == null ? type + " " + from : "decision " + decision;
        }

        boolean says(Limit other) {
            return type.equals(other.type)
                    && from.equals(other.from)
                    && Objects.equals(to, other.to)
                    && Objects.equals(currency, other.currency)
                    && (amount == null
                            ? other.amount == null
                            : other.amount != null && amount.compareTo(other.amount) == 0);
        }
    }

    private final NamedParameterJdbcTemplate sql;
    private final BusinessClock clock;

    BuyerLimits(NamedParameterJdbcTemplate sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Brings them in; the lines that changed something. */
    Set<Long> bring(List<StagedBuyer> rows, Map<Long, Long> buyerIds, ErpSource source) {
        Map<String, Limit> known = known(new HashSet<>(buyerIds.values()), source.identifierScheme());
        Set<Long> changed = new HashSet<>();
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        for (StagedBuyer row : rows) {
            Long buyer = buyerIds.get(row.line());
            if (buyer == null || row.limitType() == null || row.limitFrom() == null) {
                continue;
            }
            Limit told = new Limit(
                    0,
                    row.limitType(),
                    row.limitAmount(),
                    row.limitCurrency(),
                    row.limitFrom(),
                    row.limitTo(),
                    row.limitDecisionId());
            Limit before = known.get(buyer + " " + told.key());
            if (before != null && before.says(told)) {
                continue;
            }
            changed.add(row.line());
            if (before == null) {
                inserts.add(new Object[] {
                    row.party().creditor(),
                    buyer,
                    told.type(),
                    told.amount(),
                    told.currency(),
                    told.from(),
                    told.to(),
                    told.decision(),
                    source.identifierScheme(),
                    utc(clock.now())
                });
                known.put(buyer + " " + told.key(), told);
            } else {
                updates.add(new Object[] {
                    told.type(), told.amount(), told.currency(), told.from(), told.to(), utc(clock.now()), before.id()
                });
            }
        }
        write(inserts, updates);
        return changed;
    }

    private Map<String, Limit> known(Set<Long> buyers, String decidedBy) {
        Map<String, Limit> known = new HashMap<>();
        if (buyers.isEmpty()) {
            return known;
        }
        sql.query(
                "select * from buyer_limit where buyer_id in (:buyers) and decided_by = :by",
                Map.of("buyers", buyers, "by", decidedBy),
                row -> {
                    Limit limit = new Limit(
                            row.getLong("id"),
                            row.getString("limit_type"),
                            row.getBigDecimal("amount"),
                            row.getString("currency"),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class),
                            row.getString("decision_id"));
                    known.put(row.getLong("buyer_id") + " " + limit.key(), limit);
                });
        return known;
    }

    private void write(List<Object[]> inserts, List<Object[]> updates) {
        if (!inserts.isEmpty()) {
            sql.getJdbcOperations()
                    .batchUpdate(
                            "insert into buyer_limit (creditor, buyer_id, limit_type, amount, currency, valid_from, valid_to, decision_id, decided_by,"
                                    + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            inserts);
        }
        if (!updates.isEmpty()) {
            sql.getJdbcOperations()
                    .batchUpdate(
                            "update buyer_limit set limit_type = ?, amount = ?, currency = ?, valid_from = ?, valid_to = ?, recorded_at = ? where id = ?",
                            updates);
        }
    }
}
