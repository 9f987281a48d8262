package io.claimgate.operations.routes;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which routes a person has stopped or suspended, for all gateways on the database. */
@Component
class RouteWishes {

    /** What is wanted of a route that does not run. */
    enum Wish {
        STOPPED,
        SUSPENDED
    }

    private final JdbcClient sql;
    private final Clock clock;

    RouteWishes(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** By route; what is not there runs. */
    Map<String, Wish> all() {
        Map<String, Wish> wishes = new HashMap<>();
        sql.sql("select route_id, state from v_route_wish")
                .query((row, number) -> wishes.put(row.getString(1), Wish.valueOf(row.getString(2))))
                .list();
        return wishes;
    }

    /** It is to run again. Joins the caller's transaction. */
    void forget(String route) {
        sql.sql("delete from route_wish where route_id = ?").param(route).update();
    }

    /** Joins the caller's transaction. */
    void wish(String route, Wish wish, String actor) {
        int changed = sql.sql("update route_wish set state = ?, by_who = ?, since = ? where route_id = ?")
                .params(wish.name(), actor, clock.instant().atOffset(ZoneOffset.UTC), route)
                .update();
        if (changed == 0) {
            sql.sql("insert into route_wish (route_id, state, by_who, since) values (?, ?, ?, ?)")
                    .params(route, wish.name(), actor, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
