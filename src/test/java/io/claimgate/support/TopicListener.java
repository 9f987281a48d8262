package io.claimgate.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;

/** Somebody else's program that listens to a topic of a broker by a durable subscription: what is sent while it is away is kept for it. */
public final class TopicListener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "bystander";
    private static final long LONGEST_SILENCE_MILLIS = 300;

    private final ExternalBroker broker;
    private final String topic;
    private final List<JsonNode> received = new ArrayList<>();

    /** Subscribes; the broker must run. */
    public TopicListener(ExternalBroker broker, String topic) {
        this.broker = broker;
        this.topic = topic;
        receive();
    }

    /** Takes what is there; all that it ever got, in that order. */
    public List<JsonNode> receive() {
        try (Connection connection = broker.connections().createConnection();
                Session session = connection.createSession(Session.CLIENT_ACKNOWLEDGE);
                MessageConsumer consumer = session.createSharedDurableConsumer(session.createTopic(topic), NAME)) {
            connection.start();
            for (var message = consumer.receive(LONGEST_SILENCE_MILLIS);
                    message != null;
                    message = consumer.receive(LONGEST_SILENCE_MILLIS)) {
                received.add(JSON.readTree(((TextMessage) message).getText()));
                message.acknowledge();
            }
            return List.copyOf(received);
        } catch (JMSException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
