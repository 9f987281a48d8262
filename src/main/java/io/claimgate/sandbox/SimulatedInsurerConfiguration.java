package io.claimgate.sandbox;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Home;
import java.time.Duration;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The simulated insurer at {@code /soap/sandbox/insurer}. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SimulatedInsurerConfiguration {

    private static final String PATH = "/sandbox/insurer";
    static final String URL = "claimgate.sandbox.insurer.url";

    @Bean(destroyMethod = "close")
    InsurerLedger insurerLedger(Home home, BusinessClock clock) {
        return new InsurerLedger(home.sandbox().resolve("ledger.jsonl"), clock);
    }

    @Bean(destroyMethod = "close")
    ChangeLedger changeLedger(Home home, BusinessClock clock) {
        return new ChangeLedger(home.sandbox().resolve("changes.jsonl"), clock);
    }

    @Bean(destroyMethod = "close")
    DocumentLedger documentLedger(Home home, BusinessClock clock) {
        return new DocumentLedger(home.sandbox().resolve("documents"), clock);
    }

    @Bean
    Behaviours behaviours() {
        return new Behaviours();
    }

    @Bean
    EndpointImpl simulatedInsurer(
            Bus bus,
            InsurerLedger claims,
            ChangeLedger changes,
            DocumentLedger documents,
            ResultsBook results,
            Behaviours behaviours,
            @Value("${claimgate.sandbox.insurer.timeout:2s}") Duration timeout) {
        EndpointImpl endpoint = new EndpointImpl(
                bus,
                new SimulatedInsurer(
                        claims,
                        new ChangeDesk(claims, changes),
                        documents,
                        results,
                        new RequestedMisbehaviour(behaviours, () -> timeout)));
        endpoint.setWsdlLocation("classpath:schemas/insurer/claims.wsdl");
        endpoint.setProperties(Map.of("mtom-enabled", "true"));
        endpoint.getInInterceptors().add(new SchemaCheck());
        endpoint.publish(PATH);
        return endpoint;
    }

    @Bean
    FilterRegistrationBean<TransportFilter> simulatedTransport(@Value("${cxf.path}") String soap) {
        FilterRegistrationBean<TransportFilter> filter = new FilterRegistrationBean<>(new TransportFilter());
        filter.addUrlPatterns(soap + PATH);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsThatCanBeCut() {
        return factory -> factory.addEngineValves(new CutValve());
    }

    /** Tells the gateway where its insurer listens, once the port is known. */
    @Bean
    ApplicationListener<WebServerInitializedEvent> insurerAddress(
            ConfigurableEnvironment environment, @Value("${cxf.path}") String soap) {
        return event -> {
            boolean management =
                    WebServerApplicationContext.hasServerNamespace(event.getApplicationContext(), "management");
            if (!management && environment.getProperty(URL) == null) {
                String url = "http://127.0.0.1:" + event.getWebServer().getPort() + soap + PATH;
                environment.getPropertySources().addLast(new MapPropertySource("simulatedInsurer", Map.of(URL, url)));
            }
        };
    }
}
