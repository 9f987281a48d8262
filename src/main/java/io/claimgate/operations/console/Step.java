package io.claimgate.operations.console;

import io.claimgate.operations.reading.EventRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A step in the life of a claim. Documents come and go by the dozen: a run of them is one step.
 *
 * @param type of its events
 * @param from when the first of them was
 * @param until when the last of them was
 * @param times how many
 */
record Step(String type, Instant from, Instant until, String actor, int times) {

    private static final String RUNS = "io.claimgate.dossier.";

    /** The events in their order. */
    static List<Step> of(List<EventRow> events) {
        List<Step> steps = new ArrayList<>();
        for (EventRow event : events) {
            Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last != null && last.goesOnWith(event)) {
                steps.set(steps.size() - 1, last.and(event));
            } else {
                steps.add(new Step(event.type(), event.at(), event.at(), event.actor(), 1));
            }
        }
        return List.copyOf(steps);
    }

    private boolean goesOnWith(EventRow event) {
        return type.startsWith(RUNS) && type.equals(event.type()) && actor.equals(event.actor());
    }

    private Step and(EventRow event) {
        return new Step(type, from, event.at(), actor, times + 1);
    }
}
