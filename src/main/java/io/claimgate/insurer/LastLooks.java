package io.claimgate.insurer;

import io.claimgate.flow.LastLook;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.Optional;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.MessageSenderInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Where in the way out the last look is taken. */
final class LastLooks {

    private LastLooks() {}

    /** @param streams whether bytes leave while the body is written; otherwise all stays here until it is whole */
    static AbstractPhaseInterceptor<Message> interceptor(boolean streams) {
        return streams ? new BeforeTheBody() : new BeforeTheFirstByte();
    }

    /** Asks. Whatever keeps the look from being taken keeps the bytes here too. */
    static void take(LastLook look) throws HeldBack {
        Optional<String> refusal;
        try {
            refusal = look.refusal();
        } catch (RuntimeException e) {
            throw new HeldBack("whether it may leave could not be looked up: " + e.getMessage());
        }
        if (refusal.isPresent()) {
            throw new HeldBack(refusal.get());
        }
    }

    private static void take(Message message) {
        Wire wire = message.getExchange().get(Wire.class);
        try {
            take(wire == null ? LastLook.NONE : wire.look());
        } catch (HeldBack e) {
            if (message.get("http.connection") instanceof HttpURLConnection connection) {
                connection.disconnect();
            }
            throw new Fault(e);
        }
    }

    /** The message is whole and the connection stands; the next that happens is that the first byte leaves. */
    private static final class BeforeTheFirstByte extends AbstractPhaseInterceptor<Message> {
        BeforeTheFirstByte() {
            super(Phase.PREPARE_SEND_ENDING);
            addBefore(MessageSenderInterceptor.MessageSenderEndingInterceptor.class.getName());
        }

        @Override
        public void handleMessage(Message message) {
            if (message.getContent(OutputStream.class) != null) {
                take(message);
            }
        }
    }

    /** Of what goes out as it is read: before the connection is asked for. */
    private static final class BeforeTheBody extends AbstractPhaseInterceptor<Message> {
        BeforeTheBody() {
            super(Phase.PREPARE_SEND);
            addAfter(MessageSenderInterceptor.class.getName());
        }

        @Override
        public void handleMessage(Message message) {
            take(message);
        }
    }
}
