package io.claimgate.store.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;

/** Two gateways at the place in an insurer's list: one takes in a page, the other finds the claim that this page told of. */
class CursorsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"H2,", "H2,c3", "POSTGRESQL,", "POSTGRESQL,c3"})
    void who_rewinds_a_list_while_a_page_of_it_is_taken_in_waits_and_is_not_lost(Databases database, String from)
            throws Exception {
        // Given
        Stores stores = new Stores(database.fresh());
        JdbcCursors cursors = new JdbcCursors(stores.sql);
        if (from != null) {
            cursors.move("sandbox", null, from, NOW);
        }
        ExecutorService other = Executors.newSingleThreadExecutor();

        // When
        Future<?> rewinding = stores.transactions.execute(status -> {
            cursors.move("sandbox", from, "c4", NOW);
            Future<?> begun = other.submit(
                    () -> stores.transactions.executeWithoutResult(inner -> cursors.rewind("sandbox", NOW)));
            assertThat(begun).failsWithin(700, TimeUnit.MILLISECONDS).withThrowableOfType(TimeoutException.class);
            return begun;
        });
        boolean toTryAgain = failed(rewinding);
        other.shutdown();

        // Then
        if (toTryAgain) {
            stores.transactions.executeWithoutResult(status -> cursors.rewind("sandbox", NOW));
        }
        assertThat(cursors.of("sandbox")).isEmpty();
    }

    private static boolean failed(Future<?> rewinding) throws Exception {
        try {
            rewinding.get(20, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOfAny(DuplicateKeyException.class, TransientDataAccessException.class);
            return true;
        }
    }
}
