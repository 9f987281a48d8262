package io.claimgate.operations.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counters whose truth is in the database: they go on after a restart where they were. */
final class Counters {

    private record Value(long count, double seconds) {}

    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final boolean timed;
    private final Map<Tags, Value> values = new ConcurrentHashMap<>();

    Counters(MeterRegistry registry, String name, String description, boolean timed) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.timed = timed;
    }

    void set(long count, double seconds, String... labels) {
        Tags tags = Tags.of(labels);
        if (values.put(tags, new Value(count, seconds)) == null) {
            if (timed) {
                FunctionTimer.builder(
                                name,
                                values,
                                all -> of(all, tags).count(),
                                all -> of(all, tags).seconds(),
                                TimeUnit.SECONDS)
                        .description(description)
                        .tags(tags)
                        .register(registry);
            } else {
                FunctionCounter.builder(name, values, all -> of(all, tags).count())
                        .description(description)
                        .tags(tags)
                        .register(registry);
            }
        }
    }

    private static Value of(Map<Tags, Value> all, Tags tags) {
        return all.getOrDefault(tags, new Value(0, 0));
    }
}
