package io.claimgate.operations;

import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.jspecify.annotations.Nullable;

/** One session with the broker's management address. Its answers come below that address: no other right is needed. */
final class BrokerQuestion implements AutoCloseable {

    private static final String MANAGEMENT = "activemq.management";
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private final ClientSession session;
    private final SimpleString answers;

    BrokerQuestion(ClientSession session) throws ActiveMQException {
        this.session = session;
        this.answers = SimpleString.of(MANAGEMENT + ".answers." + UUID.randomUUID());
        session.createQueue(QueueConfiguration.of(answers)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(false)
                .setTemporary(true));
        session.start();
    }

    /** The settings of an address, as JSON. */
    String settings(String address) throws Exception {
        ClientMessage question = session.createMessage(true);
        ManagementHelper.putOperationInvocation(question, ResourceNames.BROKER, "getAddressSettingsAsJSON", address);
        ClientMessage answer = asked(question);
        Object result = ManagementHelper.getResult(answer);
        if (!ManagementHelper.hasOperationSucceeded(answer) || result == null) {
            throw new IllegalStateException("the broker does not tell the settings of " + address + ": " + result);
        }
        return result.toString();
    }

    /** Whether a queue keeps what is sent to this address. */
    boolean hasQueue(String address) throws Exception {
        ClientMessage question = session.createMessage(true);
        ManagementHelper.putAttribute(question, ResourceNames.ADDRESS + address, "queueNames");
        ClientMessage answer = asked(question);
        return ManagementHelper.hasOperationSucceeded(answer) && queues(ManagementHelper.getResult(answer)) > 0;
    }

    private static int queues(@Nullable Object names) {
        return names instanceof Object[] all ? all.length : 0;
    }

    private ClientMessage asked(ClientMessage question) throws ActiveMQException {
        question.putStringProperty(ClientMessageImpl.REPLYTO_HEADER_NAME, answers);
        try (ClientProducer out = session.createProducer(MANAGEMENT);
                ClientConsumer in = session.createConsumer(answers)) {
            out.send(question);
            ClientMessage answer = in.receive(LONGEST_WAIT_MILLIS);
            if (answer == null) {
                throw new IllegalStateException("the broker's management address does not answer");
            }
            answer.acknowledge();
            return answer;
        }
    }

    @Override
    public void close() throws ActiveMQException {
        session.deleteQueue(answers);
    }
}
