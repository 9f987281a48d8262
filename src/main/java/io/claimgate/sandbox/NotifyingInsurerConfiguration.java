package io.claimgate.sandbox;

import io.claimgate.flow.Home;
import io.claimgate.flow.settlement.ResultPolls;
import java.util.Map;
import org.apache.cxf.Bus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What the simulated insurer decides, and how it tells us. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class NotifyingInsurerConfiguration {

    @Bean(destroyMethod = "close")
    ResultsBook resultsBook(Home home) {
        return new ResultsBook(home.sandbox().resolve("results.jsonl"));
    }

    @Bean
    Notifier notifier(Bus bus, ConfigurableEnvironment environment, Home home) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("simulatedInsurerCredentials", InsurerCredentials.of(home.sandbox())));
        return new Notifier(new NotificationClient(bus, environment::getRequiredProperty)::port);
    }

    /** What stands on the list is read before time moves. */
    @Bean
    ClockMover.PendingInput listedResults(ResultsBook book, Behaviours behaviours, ObjectProvider<ResultPolls> polls) {
        return new ListedInput(
                book,
                behaviours,
                () -> polls.stream().mapToInt(ResultPolls::wake).sum() > 0);
    }

    /** Tells the simulated insurer where we listen, once the port is known. */
    @Bean
    ApplicationListener<WebServerInitializedEvent> notificationsAddress(
            ConfigurableEnvironment environment, @Value("${cxf.path}") String soap) {
        return event -> {
            boolean management =
                    WebServerApplicationContext.hasServerNamespace(event.getApplicationContext(), "management");
            if (!management && environment.getProperty(InsurerCredentials.NOTIFICATIONS) == null) {
                String url = "http://127.0.0.1:" + event.getWebServer().getPort() + soap + "/notifications";
                environment
                        .getPropertySources()
                        .addLast(new MapPropertySource(
                                "notificationsOfTheSandbox", Map.of(InsurerCredentials.NOTIFICATIONS, url)));
            }
        };
    }
}
