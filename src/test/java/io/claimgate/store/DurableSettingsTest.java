package io.claimgate.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule; that the gateway asks a real server is in {@code UnsafeStartTest}. */
class DurableSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "140012, on,  on,  'OPS-008 PostgreSQL server_version \"14\": is too old; upgrade the server to 15 or newer'",
        "150000, on,  on,  ''",
        "180006, on,  remote_apply, ''",
        "180006, off, on,  'OPS-008 PostgreSQL \"fsync=off\": a crash would lose acknowledged commits, or the whole database; set fsync = on for the server, the database and our role'",
        "180006, on,  off, 'OPS-008 PostgreSQL \"synchronous_commit=off\": a crash would lose acknowledged commits; set synchronous_commit = on for the server, the database and our role'"
    })
    void a_server_that_is_too_old_or_may_forget_is_a_fault(String version, String fsync, String commit, String told) {
        // When
        List<Problem> faults = DurableSettings.ofPostgresql(Map.of(
                "server_version_num", version, "fsync", fsync, "full_page_writes", "on", "synchronous_commit", commit));
        // Then
        assertThat(faults.stream().map(Problem::sentence).toList())
                .isEqualTo(told.isEmpty() ? List.of() : List.of(told));
    }
}
