package io.claimgate.operations.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A gauge with one value per combination of labels; combinations that are gone disappear. A combination that stays keeps its meter and gets
 * another value: one that were removed and registered again would be missing from a scrape that runs meanwhile.
 */
final class Gauges {

    private final MultiGauge gauge;
    private final Map<Tags, Double> gathered = new LinkedHashMap<>();
    private final Map<Tags, AtomicReference<Double>> shown = new HashMap<>();

    Gauges(MeterRegistry registry, String name, String description, String unit) {
        MultiGauge.Builder builder = MultiGauge.builder(name).description(description);
        this.gauge = (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
    }

    void add(double value, String... labels) {
        gathered.put(Tags.of(labels), value);
    }

    /** Shows what was added since the last time, and nothing else. */
    void show() {
        shown.keySet().retainAll(gathered.keySet());
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        gathered.forEach((tags, value) -> {
            AtomicReference<Double> cell = shown.computeIfAbsent(tags, key -> new AtomicReference<>());
            cell.set(value);
            rows.add(MultiGauge.Row.of(tags, cell, AtomicReference::get));
        });
        gauge.register(rows, false);
        forget();
    }

    /** Lets what was added since the last time go unseen: a gathering that failed half-way leaves nothing to the next. */
    void forget() {
        gathered.clear();
    }
}
