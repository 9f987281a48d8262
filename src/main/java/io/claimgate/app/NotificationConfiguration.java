package io.claimgate.app;

import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.flow.settlement.PartnerWatch;
import io.claimgate.flow.settlement.Receival;
import io.claimgate.insurer.inbound.NotificationDoor;
import io.claimgate.insurer.inbound.Notifications;
import io.claimgate.insurer.inbound.PartnerConnector;
import io.claimgate.insurer.inbound.PartnerSettings;
import io.claimgate.insurer.inbound.Partners;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.ProducerTemplate;
import org.apache.catalina.connector.Connector;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The endpoint that insurers call, its filters, and the partners' own port. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    private static final String ROUTE = "direct:insurer.receive-notification";

    @Bean
    NotificationDoor notificationDoor(
            InsurerFiles.Result insurers,
            PartnerWatch watch,
            PartnerSettings settings,
            Environment environment,
            Clock systemClock) {
        boolean sandbox = Set.of(environment.getActiveProfiles()).contains("sandbox");
        return new NotificationDoor(
                new Partners(insurers.profiles(), environment::getProperty), watch, settings, sandbox, systemClock);
    }

    @Bean
    EndpointImpl notifications(NotificationDoor door, Bus bus, ProducerTemplate camel) {
        return door.publish(bus, new Notifications(told -> camel.requestBody(ROUTE, told, Receival.class)));
    }

    @Bean
    PartnerConnector partnerConnector(PartnerSettings settings, ServerProperties server) {
        return new PartnerConnector(settings, server.getAddress());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> partnersOwnPort(PartnerConnector partners) {
        return factory -> {
            Connector connector = partners.connector();
            if (connector != null) {
                factory.addAdditionalTomcatConnectors(connector);
            }
        };
    }

    @Bean
    FilterRegistrationBean<Filter> soapDoors(
            NotificationDoor door, PartnerConnector partners, @Value("${cxf.path}") String soap) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(door.doors(soap, partners::port));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> notificationGate(NotificationDoor door, @Value("${cxf.path}") String soap) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(door.gate());
        filter.addUrlPatterns(soap + NotificationDoor.path());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
