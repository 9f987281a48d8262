package io.claimgate.laboratory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.operations.BrokerPromises;
import io.claimgate.operations.EventPublisher;
import io.claimgate.store.JdbcLeases;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jms.core.JmsTemplate;

/** The same for the border to the broker: the N-th thing that the publisher asks of it goes wrong, before it is done or after. */
class EventsSweepTest {

    private static final int EVENTS = 3;

    @ParameterizedTest
    @EnumSource(value = Databases.class)
    void whatever_the_broker_does_every_event_comes_and_in_order(Databases database) throws Exception {
        // Given
        Stores stores = new Stores(database);
        EmbeddedActiveMQ broker = broker();
        try (ActiveMQConnectionFactory real = new ActiveMQConnectionFactory("vm://" + database.ordinal() + 77);
                Connection listening = real.createConnection()) {
            List<String> heard = heard(listening);
            int expected = 0;
            for (boolean done : List.of(false, true)) {
                Troubled troubled = new Troubled(real);
                boolean untouched = false;
                for (int operation = 1; !untouched; operation++) {
                    // When
                    troubled.goWrong(operation, done);
                    EventPublisher publisher = publisher(stores, real, troubled);
                    record(stores, done + "-" + operation);
                    publisher.start();
                    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> stores.events.waiting() == 0);
                    publisher.stop();
                    untouched = !troubled.happened;
                    expected += EVENTS;

                    // Then
                    int events = expected;
                    String stream = done + "-" + operation;
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(10))
                            .untilAsserted(() -> assertThat(heard.stream()
                                            .filter(event -> event.startsWith(stream + " "))
                                            .distinct())
                                    .as("%s of %d", stream, events)
                                    .containsExactly(stream + " 1", stream + " 2", stream + " 3"));
                }
            }
        } finally {
            broker.stop();
        }
    }

    private static EmbeddedActiveMQ broker() throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false).setSecurityEnabled(false);
        for (Databases database : Databases.values()) {
            configuration.addAcceptorConfiguration("a" + database, "vm://" + database.ordinal() + 77);
        }
        AddressSettings keeping = new AddressSettings();
        keeping.setDeadLetterAddress(SimpleString.of("DLQ")).setExpiryAddress(SimpleString.of("ExpiryQueue"));
        keeping.setAutoCreateDeadLetterResources(true).setAutoCreateExpiryResources(true);
        configuration.addAddressSetting("#", keeping);
        broker.setConfiguration(configuration);
        return broker.start();
    }

    private static List<String> heard(Connection connection) throws JMSException {
        List<String> heard = new CopyOnWriteArrayList<>();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createTopic(EventPublisher.TOPIC));
        consumer.setMessageListener(message -> heard.add(subject(message)));
        connection.start();
        return heard;
    }

    private static String subject(Message message) {
        try {
            String body = message.getBody(String.class);
            return message.getStringProperty("ce_subject") + " "
                    + body.replaceAll("(?s).*\"sequence\":\"(\\d+)\".*", "$1");
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EventPublisher publisher(Stores stores, ConnectionFactory real, ConnectionFactory broker) {
        JmsTemplate jms = new JmsTemplate(broker);
        jms.setPubSubDomain(true);
        jms.setSessionTransacted(true);
        return new EventPublisher(
                stores.events,
                jms,
                new BrokerPromises(real, EventPublisher.TOPIC),
                new JdbcLeases(stores.sql, stores.dialect),
                "laboratory");
    }

    private static void record(Stores stores, String stream) {
        stores.transactions.executeWithoutResult(status -> {
            for (int i = 1; i <= EVENTS; i++) {
                stores.events.record(stream, "file.acknowledged", "machine", "LAB", Map.of("n", i));
            }
        });
    }

    /** A broker whose N-th service fails, before it was done or after. */
    private static final class Troubled implements ConnectionFactory {

        private static final Set<String> SERVICES =
                Set.of("createConnection", "createSession", "send", "commit", "close");

        private final ConnectionFactory real;
        private int at;
        private int services;
        private boolean done;
        private volatile boolean happened;

        Troubled(ConnectionFactory real) {
            this.real = real;
        }

        void goWrong(int operation, boolean afterwards) {
            at = operation;
            done = afterwards;
            services = 0;
            happened = false;
        }

        @Override
        public Connection createConnection() throws JMSException {
            try {
                return mortal(Connection.class, served("createConnection", real::createConnection));
            } catch (JMSException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private <T> T mortal(Class<T> type, T target) {
            return MortalDataSource.wrapped(type, (proxy, method, arguments) -> {
                Object result = SERVICES.contains(method.getName())
                        ? served(method.getName(), () -> MortalDataSource.invoke(target, method, arguments))
                        : MortalDataSource.invoke(target, method, arguments);
                if (result instanceof Session session) {
                    return mortal(Session.class, session);
                }
                return result instanceof MessageProducer producer ? mortal(MessageProducer.class, producer) : result;
            });
        }

        private <T> T served(String service, java.util.concurrent.Callable<T> call) throws Exception {
            if (++services != at) {
                return call.call();
            }
            happened = true;
            if (done) {
                call.call();
            }
            throw new JMSException("the line to the broker broke at " + service);
        }

        @Override
        public Connection createConnection(String user, String password) throws JMSException {
            return createConnection();
        }

        @Override
        public jakarta.jms.JMSContext createContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public jakarta.jms.JMSContext createContext(String user, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public jakarta.jms.JMSContext createContext(String user, String password, int mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public jakarta.jms.JMSContext createContext(int mode) {
            throw new UnsupportedOperationException();
        }
    }
}
