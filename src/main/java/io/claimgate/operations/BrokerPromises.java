package io.claimgate.operations;

import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.management.AddressSettingsInfo;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Whether the broker keeps a message that nobody takes: Artemis otherwise deletes it, after ten tries or when it is too old. */
public final class BrokerPromises {

    private final ConnectionFactory broker;
    private final String address;

    /** @param broker of Artemis, pooled or not */
    public BrokerPromises(ConnectionFactory broker, String address) {
        this.broker = broker;
        this.address = address;
    }

    /** It cannot be asked now: it is down, or does not know our password. */
    public static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Asks through the management address; throws {@link Away}. */
    public List<Problem> faults() {
        ActiveMQConnectionFactory artemis = artemis();
        try (ClientSessionFactory sessions = artemis.getServerLocator().createSessionFactory();
                ClientSession session =
                        sessions.createSession(artemis.getUser(), artemis.getPassword(), false, true, true, false, 0)) {
            return faults(session);
        } catch (Exception e) {
            throw new Away(e);
        }
    }

    private List<Problem> faults(ClientSession session) throws Exception {
        try (BrokerQuestion question = new BrokerQuestion(session)) {
            AddressSettingsInfo settings = AddressSettingsInfo.fromJSON(question.settings(address));
            List<Problem> faults = new ArrayList<>();
            String dead = settings.getDeadLetterAddress();
            String expired = settings.getExpiryAddress();
            if (!kept(question, dead, settings.isAutoCreateDeadLetterResources())) {
                faults.add(unkept("dead-letter-address", dead, "auto-create-dead-letter-resources"));
            }
            if (!kept(question, expired, settings.isAutoCreateExpiryResources())) {
                faults.add(unkept("expiry-address", expired, "auto-create-expiry-resources"));
            }
            return faults;
        } catch (ActiveMQException e) {
            if (e.getType() == ActiveMQExceptionType.SECURITY_EXCEPTION) {
                return List.of(new Problem(
                        ProblemCode.OPS_008,
                        "broker, security-setting activemq.management.#",
                        null,
                        "our user may not ask what its addresses keep (" + e.getMessage()
                                + "); grant it createAddress, deleteAddress, createNonDurableQueue,"
                                + " deleteNonDurableQueue, send, consume and manage there"));
            }
            throw e;
        }
    }

    private static boolean kept(BrokerQuestion question, @Nullable String keeper, boolean made) throws Exception {
        return keeper != null && !keeper.isBlank() && (made || question.hasQueue(keeper));
    }

    private Problem unkept(String setting, @Nullable String keeper, String making) {
        boolean none = keeper == null || keeper.isBlank();
        return new Problem(
                ProblemCode.OPS_008,
                "broker, address " + address + ", " + setting,
                none ? "" : keeper,
                none
                        ? "the broker would delete messages that nobody takes; set it in broker.xml"
                        : "has no queue, the broker would delete messages that nobody takes; set " + making
                                + " or make a queue there");
    }

    private ActiveMQConnectionFactory artemis() {
        Object inner = broker instanceof JmsPoolConnectionFactory pool ? pool.getConnectionFactory() : broker;
        if (inner instanceof ActiveMQConnectionFactory artemis) {
            return artemis;
        }
        throw new IllegalStateException("the broker is not Artemis but " + inner);
    }
}
