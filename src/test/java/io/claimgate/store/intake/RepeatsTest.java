package io.claimgate.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.feed.Counts;
import io.claimgate.feed.RowFault;
import io.claimgate.flow.intake.Faults;
import io.claimgate.store.Dialect;
import io.claimgate.support.Databases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Business keys that stand in a file more than once. */
class RepeatsTest {

    private static final List<String> KEY = List.of("creditor", "payment_id");
    private static final int ROWS = 60_000;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_first_line_counts_identical_ones_are_unchanged_others_are_rejects(Databases database) {
        // Given
        JdbcTemplate sql = new JdbcTemplate(database.fresh());
        UUID same = UUID.randomUUID();
        payment(sql, 2, "P-1", same);
        payment(sql, 3, "P-2", same);
        payment(sql, 4, "P-1", same);
        payment(sql, 5, "P-1", UUID.randomUUID());
        Kept faults = new Kept();

        // When
        Counts counts = new Repeats(new NamedParameterJdbcTemplate(sql), faults)
                .remove("staging_payment", KEY, "paymentId", "payment_id", 1);

        // Then
        assertThat(counts.unchanged()).isEqualTo(1);
        assertThat(counts.rejected()).isEqualTo(1);
        assertThat(faults.kept).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(5);
            assertThat(fault.message()).contains("line 2");
            assertThat(fault.value()).isEqualTo("P-1");
        });
        assertThat(sql.queryForList("select line from staging_payment order by line", Long.class))
                .containsExactly(2L, 3L);
    }

    /** With the square of its length this file would take minutes. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    @Timeout(60)
    void a_long_file_is_walked_once(Databases database) {
        // Given
        DataSource source = database.fresh();
        JdbcTemplate sql = new JdbcTemplate(source);
        String series = Dialect.of(source) == Dialect.H2
                ? "select \"X\" as n from system_range(1, " + ROWS + ")"
                : "select n from generate_series(1, " + ROWS + ") as s(n)";
        sql.update(
                "insert into staging_payment (file_id, line, creditor, payment_id, paid_on, amount, currency, buyer_ref, row_hash)"
                        + " select 1, n, 'ACME-FR', concat('P-', mod(n, " + (ROWS - 1)
                        + ")), date '2026-01-01', 1, 'EUR', 'C', cast('00000000-0000-0000-0000-000000000001' as uuid) from ("
                        + series
                        + ") rows_of_file");

        // When
        Counts counts = new Repeats(new NamedParameterJdbcTemplate(sql), new Kept())
                .remove("staging_payment", KEY, "paymentId", "payment_id", 1);

        // Then
        assertThat(counts.unchanged()).isEqualTo(1);
    }

    private static void payment(JdbcTemplate sql, long line, String id, UUID hash) {
        sql.update(
                "insert into staging_payment (file_id, line, creditor, payment_id, paid_on, amount, currency, buyer_ref, row_hash)"
                        + " values (1, ?, 'ACME-FR', ?, ?, 1, 'EUR', 'C', ?)",
                line,
                id,
                LocalDate.of(2026, 1, 1),
                hash);
    }

    private static final class Kept implements Faults {
        final List<RowFault> kept = new ArrayList<>();

        @Override
        public void add(long fileId, List<RowFault> faults) {
            kept.addAll(faults);
        }

        @Override
        public void addMore(long fileId, List<RowFault> faults) {
            kept.addAll(faults);
        }

        @Override
        public long warnedRows(long fileId) {
            return 0;
        }

        @Override
        public void forEachReject(long fileId, Consumer<RowFault> reader) {
            kept.forEach(reader);
        }

        @Override
        public List<Summary> summary(long fileId) {
            return List.of();
        }
    }
}
