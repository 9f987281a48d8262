package io.claimgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WakeHintsTest {

    @Test
    void the_others_hear_what_one_has_committed_and_it_does_not_hear_itself() {
        // Given
        Stores stores = new Stores(Databases.POSTGRESQL);
        AtomicInteger here = new AtomicInteger();
        AtomicInteger there = new AtomicInteger();
        WakeHints one = new WakeHints(stores.dataSource, stores.dialect, "one", here::incrementAndGet);
        WakeHints other = new WakeHints(stores.dataSource, stores.dialect, "other", there::incrementAndGet);
        one.start();
        other.start();

        // When
        await().until(() -> {
            one.give();
            return there.get() > 0;
        });

        // Then
        assertThat(here).hasValue(0);
        one.stop();
        other.stop();
    }

    @Test
    void an_embedded_database_has_no_others() {
        // Given
        Stores stores = new Stores(Databases.H2);
        WakeHints hints = new WakeHints(stores.dataSource, stores.dialect, "one", () -> {});

        // When
        hints.start();

        // Then
        assertThat(hints.isRunning()).isFalse();
        hints.give();
    }
}
