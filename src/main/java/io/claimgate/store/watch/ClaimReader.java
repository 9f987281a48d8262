package io.claimgate.store.watch;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.instantOrNull;

import io.claimgate.calendar.DayRange;
import io.claimgate.flow.watch.ExposureRow;
import io.claimgate.money.Currencies;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.ClaimProgress;
import io.claimgate.receivable.ClaimProgress.Reached;
import io.claimgate.receivable.ClaimProgress.Remittance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the claim of an exposure's present episode, and how far it came. */
final class ClaimReader {

    private static final String CLAIM = """
            select c.claim_key, c.state, c.declared_at, c.withdrawn_at, c.withdrawn_paid, c.governing, d.state as dossier, l.remaining,
              (select min(m.value_date) from claim_money m where m.claim_key = c.claim_key and m.kind = 'INDEMNITY_PAID') as paid_on
            from claim c
            left join dossier d on d.claim_key = c.claim_key
            left join claim_loss l on l.claim_key = c.claim_key
            where c.exposure_id = ? and c.episode = ? order by c.drafted_at desc, c.claim_key fetch first 1 rows only""";

    private record Row(
            String key,
            String state,
            @Nullable Instant declaredAt,
            ClaimFacts.@Nullable Withdrawal withdrawal,
            long governing,
            boolean dossierReceived,
            @Nullable BigDecimal remaining,
            @Nullable LocalDate paidOn) {}

    private record Owed(
            BigDecimal amount, LocalDate on, @Nullable LocalDate remittedOn) {}

    private final JdbcClient sql;

    ClaimReader(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<ClaimFacts> of(ExposureRow exposure) {
        return sql.sql(CLAIM)
                .params(exposure.id(), exposure.episode())
                .query((row, number) -> row(row))
                .optional()
                .map(claim -> {
                    ClaimFacts.Phase phase = phase(claim.state());
                    boolean accepted = phase == ClaimFacts.Phase.ACCEPTED;
                    return new ClaimFacts(
                            claim.key(),
                            phase,
                            accepted || claim.withdrawal() != null ? claim.declaredAt() : null,
                            claim.governing(),
                            lines(claim.key()),
                            accepted ? progress(claim) : ClaimProgress.NONE,
                            claim.withdrawal());
                });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("claim_key"),
                row.getString("state"),
                instantOrNull(row, "declared_at"),
                withdrawal(row),
                row.getLong("governing"),
                "RECEIVED".equals(row.getString("dossier")),
                row.getBigDecimal("remaining"),
                row.getObject("paid_on", LocalDate.class));
    }

    private static ClaimFacts.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        Instant at = instantOrNull(row, "withdrawn_at");
        return at == null ? null : new ClaimFacts.Withdrawal(at, row.getBoolean("withdrawn_paid"));
    }

    /** Days of earlier episodes on which a claim was at the insurer; days are those of {@code zone}. */
    List<DayRange> earlier(ExposureRow exposure, ZoneId zone) {
        return sql.sql(
                        "select declared_at, filed_until from claim where exposure_id = ? and episode < ? and filed_until is not null order by declared_at")
                .params(exposure.id(), exposure.episode())
                .query((row, number) -> new DayRange(
                        LocalDate.ofInstant(instant(row, "declared_at"), zone),
                        row.getObject("filed_until", LocalDate.class)))
                .list();
    }

    private static ClaimFacts.Phase phase(String state) {
        return switch (state) {
            case "DRAFT", "AWAITING_APPROVAL", "DECLARING" -> ClaimFacts.Phase.IN_FLIGHT;
            case "WITHDRAWN" -> ClaimFacts.Phase.WITHDRAWN;
            case "FORECLOSED" -> ClaimFacts.Phase.LAPSED;
            default -> ClaimFacts.Phase.ACCEPTED;
        };
    }

    private ClaimProgress progress(Row claim) {
        return new ClaimProgress(reached(claim), claim.paidOn(), remittance(claim.key()));
    }

    private static Reached reached(Row claim) {
        if (claim.paidOn() != null) {
            BigDecimal remaining = claim.remaining();
            return remaining != null && remaining.signum() == 0 ? Reached.RECOVERED : Reached.INDEMNIFIED;
        }
        return claim.dossierReceived() ? Reached.DOSSIER_SENT : Reached.DECLARED;
    }

    /** What is owed since longest decides the clock; once all is remitted, what was remitted last. */
    private @Nullable Remittance remittance(String claimKey) {
        List<Owed> rows = sql.sql(
                        "select amount, currency, owed_on, remitted_on from remittance where claim_key = ? and state <> 'VOID'")
                .param(claimKey)
                .query((row, number) -> new Owed(
                        units(row),
                        row.getObject("owed_on", LocalDate.class),
                        row.getObject("remitted_on", LocalDate.class)))
                .list();
        List<Owed> open = rows.stream().filter(row -> row.remittedOn() == null).toList();
        BigDecimal owed = open.stream().map(Owed::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return open.stream()
                .min(Comparator.comparing(Owed::on))
                .map(oldest -> new Remittance(oldest.on(), null, owed))
                .or(() -> rows.stream()
                        .max(Comparator.comparing(Owed::on))
                        .map(last -> new Remittance(last.on(), last.remittedOn(), BigDecimal.ZERO)))
                .orElse(null);
    }

    private Map<Long, BigDecimal> lines(String claimKey) {
        Map<Long, BigDecimal> lines = new HashMap<>();
        sql.sql("select receivable_id, amount, currency from claim_line where claim_key = ?")
                .param(claimKey)
                .query((row, number) -> lines.put(row.getLong(1), units(row)))
                .list();
        return lines;
    }

    private static BigDecimal units(ResultSet row) throws SQLException {
        return row.getBigDecimal("amount")
                .setScale(Currencies.minorUnits(row.getString("currency")), RoundingMode.UNNECESSARY);
    }
}
