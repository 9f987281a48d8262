package io.claimgate.operations;

import io.claimgate.deadline.reason.Close;
import io.claimgate.deadline.reason.Derivation;
import io.claimgate.deadline.reason.Reason;
import io.claimgate.deadline.reason.ReasonText;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.FactAnchor;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reasons beside the texts of {@link Fixture}. */
final class Reasons {

    private Reasons() {}

    /** The declaration of an exposure of {@link Story} gets the reason that its text tells. */
    static void give(JdbcClient jdbc, long exposure) {
        LocalDate closes = jdbc.sql(
                        "select closes_on from deadline where exposure_id = ? and kind = 'declaration' and current = true")
                .param(exposure)
                .query(LocalDate.class)
                .single();
        Derivation how =
                new Derivation.Step(FactAnchor.ORIGINAL_DUE_DATE, closes.minusDays(90), null, Period.ofDays(90), 0);
        Reason reason = new Reason(
                DeadlineKind.DECLARATION,
                "FR-MEP60",
                1,
                new Close(how, null),
                false,
                null,
                closes.minusDays(1),
                1,
                List.of("FR"),
                null,
                null,
                null,
                "A-2001/1");
        jdbc.sql("update deadline set reason = ? where exposure_id = ? and kind = 'declaration' and current = true")
                .params(ReasonText.write(reason), exposure)
                .update();
    }
}
