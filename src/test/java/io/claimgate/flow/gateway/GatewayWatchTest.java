package io.claimgate.flow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.Ideas;
import io.claimgate.store.JdbcGateways;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayWatchTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void gateways_that_judge_by_different_configurations_are_an_alert_until_they_agree(Databases database) {
        // Given
        Stores stores = new Stores(database);
        GatewayWatch one = watch(stores, "one", "a");
        GatewayWatch other = watch(stores, "other", "b");
        one.look();
        assertThat(alerts(stores)).isEmpty();

        // When
        other.look();
        one.look();

        // Then
        assertThat(alerts(stores)).singleElement().asString().contains("OPS-041", "one has aaaa", "other has bbbb");
        other.stop();
        one.look();
        assertThat(alerts(stores)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_gave_no_sign_of_life_for_half_a_minute_is_not_compared(Databases database) {
        // Given
        Stores stores = new Stores(database);
        GatewayWatch one = watch(stores, "one", "a");
        watch(stores, "killed", "b").look();
        stores.sql
                .sql("update gateway set seen_at = current_timestamp - interval '31' second")
                .update();

        // When
        one.look();

        // Then
        assertThat(alerts(stores)).isEmpty();
        assertThat(new JdbcGateways(stores.sql).alive())
                .extracting(Gateway::name)
                .containsExactly("one");
    }

    private GatewayWatch watch(Stores stores, String name, String hash) {
        Gateway self = new Gateway(name, "1", hash.repeat(64), Instant.parse("2026-06-01T10:00:00Z"));
        Ideas ideas = new Ideas(
                stores.tasks,
                stores.events,
                stores.alerts,
                stores.vault(folder),
                stores.clock,
                Clock.systemUTC(),
                stores.transactions);
        return new GatewayWatch(new JdbcGateways(stores.sql), self, ideas);
    }

    private static List<String> alerts(Stores stores) {
        return stores.sql
                .sql("select message from alert where cleared_at is null")
                .query(String.class)
                .list();
    }
}
