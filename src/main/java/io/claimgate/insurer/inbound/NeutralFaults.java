package io.claimgate.insurer.inbound;

import io.claimgate.insurer.inbound.NotServed.Kind;
import io.claimgate.insurer.notifications.RejectedMessageFault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/**
 * First in the way of every fault: what the SOAP stack, a validator or anything else has to say becomes a neutral fault. Only what our
 * contract declares goes out as it is.
 */
final class NeutralFaults extends AbstractPhaseInterceptor<Message> {

    private final Refusals refusals;

    NeutralFaults(Refusals refusals) {
        super(Phase.SETUP);
        this.refusals = refusals;
    }

    @Override
    public void handleMessage(Message message) {
        Exception thrown = Objects.requireNonNull(message.getContent(Exception.class), "a fault has its exception");
        if (thrown.getCause() instanceof RejectedMessageFault) {
            return;
        }
        NeutralFault neutral = neutral(thrown, message.getExchange().getInMessage());
        SoapFault fault = new SoapFault(neutral.text(), neutral.code());
        message.setContent(Exception.class, fault);
    }

    private NeutralFault neutral(Exception thrown, @Nullable Message in) {
        String address = address(in);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotServed why) {
                return refusals.refuse(why, address);
            }
        }
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return refusals.unexpected(ours(in) ? Kind.SERVER : Kind.CLIENT, address, root);
    }

    /** What the SOAP stack says while no code of ours is at work is about the message. */
    private static boolean ours(@Nullable Message in) {
        return in == null || in.get(CallerCheck.OURS) != null;
    }

    private static String address(@Nullable Message in) {
        return in != null && in.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request
                ? request.getRemoteAddr()
                : "unknown";
    }

    /** We write our own line; the SOAP stack's would have the whole stack, for every message that is not valid. */
    static FaultListener silent() {
        return (exception, description, message) -> false;
    }
}
