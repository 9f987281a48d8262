package io.claimgate.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class GaugesTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Gauges gauges = new Gauges(registry, "claimgate.tasks", "Tasks by state", "");

    @Test
    void a_scrape_beside_a_refresh_misses_no_figure_for_one_that_stays_keeps_its_meter() {
        // Given
        gauges.add(1, "state", "READY");
        gauges.show();
        Gauge first = registry.get("claimgate.tasks").gauge();
        // When
        gauges.add(2, "state", "READY");
        gauges.show();
        // Then
        assertThat(registry.get("claimgate.tasks").gauge()).isSameAs(first);
        assertThat(registry.scrape()).contains("claimgate_tasks{state=\"READY\"} 2.0");
    }

    @Test
    void a_combination_that_is_gone_disappears_and_one_that_comes_back_tells_its_new_value() {
        // Given
        gauges.add(1, "state", "READY");
        gauges.add(7, "state", "PARKED");
        gauges.show();
        // When
        gauges.add(1, "state", "READY");
        gauges.show();
        // Then
        assertThat(registry.scrape()).contains("READY").doesNotContain("PARKED");
        // When
        gauges.add(3, "state", "PARKED");
        gauges.show();
        // Then
        assertThat(registry.scrape())
                .contains("claimgate_tasks{state=\"PARKED\"} 3.0")
                .doesNotContain("READY");
    }

    @Test
    void a_gathering_that_failed_half_way_leaves_nothing_to_the_next() {
        // Given
        gauges.add(5, "state", "READY");
        // When
        gauges.forget();
        gauges.show();
        // Then
        assertThat(registry.scrape()).doesNotContain("claimgate_tasks");
    }
}
