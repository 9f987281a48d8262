package io.claimgate.app;

import io.claimgate.operations.EventPublisher;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcLeases;
import jakarta.jms.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.core.JmsTemplate;

/** Events to the topic. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    EventPublisher eventPublisher(
            JdbcEventLog events, ConnectionFactory broker, JdbcLeases leases, TaskConfiguration.ProcessName process) {
        JmsTemplate jms = new JmsTemplate(broker);
        jms.setPubSubDomain(true);
        jms.setSessionTransacted(true);
        jms.setDeliveryPersistent(true);
        EventPublisher publisher = new EventPublisher(events, jms, leases, process.value());
        events.onRecorded(publisher::wake);
        return publisher;
    }
}
