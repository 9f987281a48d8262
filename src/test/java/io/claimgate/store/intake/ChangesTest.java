package io.claimgate.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.claimgate.store.Dialect;
import io.claimgate.support.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The lines at work in a transaction. */
class ChangesTest {

    private static final String LINES = "select \"X\", null from system_range(1, 50000)";

    @TempDir
    Path folder;

    @Test
    void a_file_of_h2_opens_again_after_a_death_in_the_middle_of_a_range() throws Exception {
        // Given
        JdbcConnectionPool pool = JdbcConnectionPool.create(url("alive"), "sa", "");
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        Changes changes = new Changes(pool, Dialect.H2);

        // When
        new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(status -> {
            changes.find(LINES, Map.of());
            // Another transaction's commit writes what is open of this one to the disk as well; then the process dies.
            another(pool);
            copy();
        });
        pool.dispose();

        // Then
        assertThatCode(() -> DriverManager.getConnection(url("dead"), "sa", "").close())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothing_of_a_range_is_left_for_the_next_one(Databases database) {
        // Given
        DataSource source = database.fresh();
        Dialect dialect = Dialect.of(source);
        Changes changes = new Changes(source, dialect);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        String one = "select 1, cast(null as bigint)";

        // When
        transactions.executeWithoutResult(status -> {
            changes.find(one, Map.of());
            changes.forget();
        });
        Integer left = transactions.execute(status -> {
            changes.find(one, Map.of());
            return new JdbcTemplate(source).queryForObject("select count(*) from applying", Integer.class);
        });

        // Then
        assertThat(left).isEqualTo(1);
    }

    private static void another(DataSource pool) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into gateway (name, version, config_hash, started_at, seen_at)"
                    + " values ('x', '1', 'x', current_timestamp, current_timestamp)");
            statement.execute("checkpoint sync");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy() {
        try {
            Files.copy(folder.resolve("alive.mv.db"), folder.resolve("dead.mv.db"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name)
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    }
}
