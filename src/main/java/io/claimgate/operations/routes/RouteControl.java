package io.claimgate.operations.routes;

import io.claimgate.flow.EventLog;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Creditors;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Shows, starts and stops the routes of this gateway. */
@Component
public class RouteControl {

    /** What can be done to a route. */
    public enum Act {
        START("route.started"),
        STOP("route.stopped"),
        SUSPEND("route.suspended"),
        RESUME("route.resumed");

        private final String event;

        Act(String event) {
            this.event = event;
        }
    }

    private final CamelContext camel;
    private final PollAges polls;
    private final Clock clock;
    private final EventLog events;
    private final TransactionOperations transaction;

    RouteControl(CamelContext camel, PollAges polls, Clock clock, EventLog events, TransactionOperations transaction) {
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
    public RouteRow act(String id, Act act, String actor) {
        Route route = camel.getRoute(id);
        if (route == null) {
            throw ApiProblem.notFound("route " + id);
        }
        try {
            switch (act) {
                case START -> camel.getRouteController().startRoute(id);
                case STOP -> camel.getRouteController().stopRoute(id);
                case SUSPEND -> camel.getRouteController().suspendRoute(id);
                case RESUME -> camel.getRouteController().resumeRoute(id);
            }
        } catch (Exception failure) {
            throw ApiProblem.conflict("route " + id + " does not " + act.name().toLowerCase(java.util.Locale.ROOT)
                    + ": " + failure.getMessage());
        }
        transaction.executeWithoutResult(
                status -> events.record("route/" + id, act.event, actor, Creditors.ALL, Map.of("route", id)));
        return row(route);
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
