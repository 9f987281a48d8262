package io.claimgate.receivable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events about the buyer, and with them those about one receivable. */
final class EventsByReceivable {

    private final List<EventFacts> aboutBuyer;
    private final Map<Long, List<EventFacts>> about = new HashMap<>();

    EventsByReceivable(List<EventFacts> events) {
        aboutBuyer =
                events.stream().filter(event -> event.receivableId() == null).toList();
        for (EventFacts event : events) {
            if (event.receivableId() != null) {
                about.computeIfAbsent(event.receivableId(), key -> new ArrayList<>(aboutBuyer))
                        .add(event);
            }
        }
    }

    List<EventFacts> aboutBuyer() {
        return aboutBuyer;
    }

    /** Those about the buyer and about the receivable itself; null where none is about it. */
    @Nullable
    List<EventFacts> about(long receivable) {
        return about.isEmpty() ? null : about.get(receivable);
    }
}
