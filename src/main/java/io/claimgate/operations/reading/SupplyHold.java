package io.claimgate.operations.reading;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nothing more is to be delivered to the buyer on credit.
 *
 * @param since first uncovered day
 * @param liftedOn null while it stands
 */
public record SupplyHold(
        long id,
        LocalDate since,
        String reason,
        Instant openedAt,
        @Nullable LocalDate liftedOn) {

    static SupplyHold of(Row row) throws SQLException {
        return new SupplyHold(
                row.number("id"),
                row.date("since"),
                row.text("reason"),
                row.instant("opened_at"),
                row.dateOrNull("lifted_on"));
    }
}
