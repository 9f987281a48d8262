package io.claimgate.operations.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.ScheduledPollConsumer;
import org.springframework.stereotype.Component;

/**
 * When each polling route last completed a poll, seen from its counter: Camel itself keeps no time of it. As exact as it is looked at often.
 * System time.
 */
@Component
public class PollAges {

    private record Seen(long polls, Instant at) {}

    private final CamelContext camel;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    PollAges(CamelContext camel, Clock clock) {
        this.camel = camel;
        this.clock = clock;
    }

    /** Looks at all of them now. */
    public void look() {
        camel.getRoutes().forEach(this::age);
    }

    /** Since the last completed poll; empty for a route that does not poll, and before its first. */
    public Optional<Duration> age(Route route) {
        if (!(route.getConsumer() instanceof ScheduledPollConsumer consumer) || consumer.getCounter() == 0) {
            return Optional.empty();
        }
        long polls = consumer.getCounter();
        Seen last = seen.compute(
                route.getRouteId(),
                (id, before) -> before != null && before.polls() == polls ? before : new Seen(polls, clock.instant()));
        return Optional.of(Duration.between(last.at(), clock.instant()));
    }
}
