package io.claimgate.receivable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    List<EventFacts> about(long receivable) {
        return about.getOrDefault(receivable, aboutBuyer);
    }
}
