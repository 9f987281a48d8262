package io.claimgate.app;

import io.claimgate.operations.BrokerPromises;
import io.claimgate.operations.EventPublisher;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcLeases;
import jakarta.jms.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.core.JmsTemplate;

/** Events to the topic. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EventConfiguration.class);

    /** A broker that would lose messages ends the start; one that is down does not: claims wait for no broker. */
    @Bean
    BrokerPromises brokerPromises(ConnectionFactory broker) {
        BrokerPromises promises = new BrokerPromises(broker, EventPublisher.TOPIC);
        try {
            Refusal.ifAny(promises.faults());
        } catch (BrokerPromises.Away away) {
            LOG.warn("the broker cannot be asked what it keeps, events wait until it can: {}", away.getMessage());
        }
        return promises;
    }

    @Bean
    EventPublisher eventPublisher(
            JdbcEventLog events,
            ConnectionFactory broker,
            BrokerPromises promises,
            JdbcLeases leases,
            TaskConfiguration.ProcessName process) {
        JmsTemplate jms = new JmsTemplate(broker);
        jms.setPubSubDomain(true);
        jms.setSessionTransacted(true);
        jms.setDeliveryPersistent(true);
        EventPublisher publisher = new EventPublisher(events, jms, promises, leases, process.value());
        events.onRecorded(publisher::wake);
        return publisher;
    }
}
