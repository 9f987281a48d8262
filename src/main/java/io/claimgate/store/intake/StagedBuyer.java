package io.claimgate.store.intake;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A staged line of kind buyers. */
record StagedBuyer(
        StagedParty party,
        @Nullable String insurerBuyerId,
        @Nullable String limitType,
        @Nullable BigDecimal limitAmount,
        @Nullable String limitCurrency,
        @Nullable LocalDate limitFrom,
        @Nullable LocalDate limitTo,
        @Nullable String limitDecisionId,
        String hash) {

    static final String COLUMNS = StagedParty.COLUMNS
            + ", s.insurer_buyer_id, s.limit_type, s.limit_amount, s.limit_currency, s.limit_from, s.limit_to, s.limit_decision_id, s.row_hash";

    long line() {
        return party.line();
    }

    static StagedBuyer of(ResultSet row) throws SQLException {
        return new StagedBuyer(
                StagedParty.of(row),
                row.getString("insurer_buyer_id"),
                row.getString("limit_type"),
                row.getBigDecimal("limit_amount"),
                row.getString("limit_currency"),
                row.getObject("limit_from", LocalDate.class),
                row.getObject("limit_to", LocalDate.class),
                row.getString("limit_decision_id"),
                row.getString("row_hash"));
    }
}
