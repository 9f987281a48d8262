package io.claimgate.operations.routes;

import io.claimgate.flow.EventLog;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Creditors;
import io.claimgate.operations.routes.RouteWishes.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Shows the routes of this gateway, and starts and stops them here and, by {@link RouteFollower}, on every other one. */
@Component
public class RouteControl {

    /** What can be done to a route. */
    public enum Act {
        START("route.started", null),
        STOP("route.stopped", Wish.STOPPED),
        SUSPEND("route.suspended", Wish.SUSPENDED),
        RESUME("route.resumed", null);

        private final String event;
        /** Null: it is to run. */
        private final @Nullable Wish wish;

        Act(String event, @Nullable Wish wish) {
            this.event = event;
            this.wish = wish;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(RouteControl.class);

    private final CamelContext camel;
    private final RouteWishes wishes;
    /** Routes that this gateway does not run because somebody wanted it, so that it knows which to start again. */
    private final Map<String, Wish> followed = new ConcurrentHashMap<>();

    private final PollAges polls;
    private final Clock clock;
    private final EventLog events;
    private final TransactionOperations transaction;

    RouteControl(
            CamelContext camel,
            RouteWishes wishes,
            PollAges polls,
            Clock clock,
            EventLog events,
            TransactionOperations transaction) {
        this.wishes = wishes;
        this.camel = camel;
        this.polls = polls;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** All routes by id. */
    public List<RouteRow> list() {
        return camel.getRoutes().stream()
                .map(this::row)
                .sorted(Comparator.comparing(RouteRow::id))
                .toList();
    }

    /** Does it and records who did; throws {@link ApiProblem} 404 for an unknown route, 409 if Camel cannot. */
    public synchronized RouteRow act(String id, Act act, String actor) {
        Route route = camel.getRoute(id);
        if (route == null) {
            throw ApiProblem.notFound("route " + id);
        }
        try {
            apply(id, act);
        } catch (Exception failure) {
            throw ApiProblem.conflict("route " + id + " does not " + act.name().toLowerCase(java.util.Locale.ROOT)
                    + ": " + failure.getMessage());
        }
        transaction.executeWithoutResult(status -> {
            if (act.wish == null) {
                wishes.forget(id);
            } else {
                wishes.wish(id, act.wish, actor);
            }
            events.record("route/" + id, act.event, actor, Creditors.ALL, Map.of("route", id));
        });
        return row(route);
    }

    /** Does here what is wanted of the routes everywhere; a route that does not obey is tried again at the next look. */
    synchronized void follow() {
        Map<String, Wish> wanted = wishes.all();
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            Wish wish = wanted.get(id);
            Wish done = followed.get(id);
            if (wish != done) {
                try {
                    apply(id, toward(wish, done));
                    LOG.info("route {} is {} here too", id, wish == null ? "started" : wish);
                } catch (Exception e) {
                    LOG.warn("route {} does not follow: {}", id, e.toString());
                }
            }
        }
    }

    private static Act toward(@Nullable Wish wish, @Nullable Wish done) {
        if (wish == null) {
            return done == Wish.SUSPENDED ? Act.RESUME : Act.START;
        }
        return wish == Wish.STOPPED ? Act.STOP : Act.SUSPEND;
    }

    private void apply(String id, Act act) throws Exception {
        switch (act) {
            case START -> camel.getRouteController().startRoute(id);
            case STOP -> camel.getRouteController().stopRoute(id);
            case SUSPEND -> camel.getRouteController().suspendRoute(id);
            case RESUME -> camel.getRouteController().resumeRoute(id);
        }
        if (act.wish == null) {
            followed.remove(id);
        } else {
            followed.put(id, act.wish);
        }
    }

    private RouteRow row(Route route) {
        String id = route.getRouteId();
        @Nullable
        ManagedRouteMBean figures = camel.getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedRoute(id);
        Long sincePoll = polls.age(route).map(Duration::toSeconds).orElse(null);
        String state = String.valueOf(camel.getRouteController().getRouteStatus(id));
        if (figures == null) {
            return new RouteRow(
                    id, route.getDescription(), route.getGroup(), state, 0, 0, 0, null, null, null, sincePoll);
        }
        try {
            return new RouteRow(
                    id,
                    route.getDescription(),
                    route.getGroup(),
                    state,
                    figures.getExchangesTotal(),
                    figures.getExchangesFailed(),
                    figures.getExchangesInflight(),
                    known(figures.getMeanProcessingTime()),
                    known(figures.getLastProcessingTime()),
                    since(figures.getLastExchangeCompletedTimestamp()),
                    sincePoll);
        } catch (Exception unreadable) {
            throw new IllegalStateException("figures of route " + id, unreadable);
        }
    }

    /** Camel says -1 before the first exchange. */
    private static @Nullable Long known(long millis) {
        return millis < 0 ? null : millis;
    }

    private @Nullable Long since(@Nullable Date then) {
        return then == null
                ? null
                : Duration.between(then.toInstant(), clock.instant()).toSeconds();
    }
}
