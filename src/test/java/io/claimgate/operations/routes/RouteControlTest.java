package io.claimgate.operations.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.time.Clock;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two gateways on one database, each with routes of its own. */
class RouteControlTest {

    private final DefaultCamelContext here = new DefaultCamelContext();
    private final DefaultCamelContext there = new DefaultCamelContext();

    @AfterEach
    void stop() {
        here.stop();
        there.stop();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_route_that_is_stopped_here_is_stopped_there_until_it_is_started_again(Databases database) throws Exception {
        // Given
        Stores stores = new Stores(database);
        RouteControl control = control(here, stores);
        RouteControl other = control(there, stores);

        // When
        control.act("a.b", RouteControl.Act.STOP, "ann");
        other.follow();
        control.follow();

        // Then
        assertThat(status(here)).isEqualTo(ServiceStatus.Stopped);
        assertThat(status(there)).isEqualTo(ServiceStatus.Stopped);
        other.act("a.b", RouteControl.Act.START, "ben");
        control.follow();
        assertThat(status(here)).isEqualTo(ServiceStatus.Started);
        assertThat(status(there)).isEqualTo(ServiceStatus.Started);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_gateway_that_starts_later_finds_it_suspended_and_resumes_with_the_others(Databases database)
            throws Exception {
        // Given
        Stores stores = new Stores(database);
        RouteControl control = control(here, stores);
        control.act("a.b", RouteControl.Act.SUSPEND, "ann");

        // When
        RouteControl late = control(there, stores);
        late.follow();

        // Then
        assertThat(status(there)).isEqualTo(ServiceStatus.Suspended);
        control.act("a.b", RouteControl.Act.RESUME, "ann");
        late.follow();
        assertThat(status(there)).isEqualTo(ServiceStatus.Started);
    }

    private static ServiceStatus status(DefaultCamelContext camel) {
        return camel.getRouteController().getRouteStatus("a.b");
    }

    private static RouteControl control(DefaultCamelContext camel, Stores stores) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:a").routeId("a.b").to("log:a");
            }
        });
        camel.start();
        Clock clock = Clock.systemUTC();
        return new RouteControl(
                camel,
                new RouteWishes(stores.sql, clock),
                new PollAges(camel, clock),
                clock,
                stores.events,
                stores.transactions);
    }
}
