package io.claimgate.operations.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;

/** A gauge with one value per combination of labels; combinations that are gone disappear. */
final class Gauges {

    private final MultiGauge gauge;
    private final List<MultiGauge.Row<?>> rows = new ArrayList<>();

    Gauges(MeterRegistry registry, String name, String description, String unit) {
        MultiGauge.Builder builder = MultiGauge.builder(name).description(description);
        this.gauge = (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
    }

    void add(double value, String... labels) {
        rows.add(MultiGauge.Row.of(Tags.of(labels), value));
    }

    /** Shows what was added since the last time, and nothing else. */
    void show() {
        gauge.register(List.copyOf(rows), true);
        rows.clear();
    }
}
