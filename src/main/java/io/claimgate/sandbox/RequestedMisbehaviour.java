package io.claimgate.sandbox;

import io.claimgate.sandbox.wsdl.RefusedMessageFault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The modes of {@link Behaviour}: what is done, and what happens to the answer. */
final class RequestedMisbehaviour implements SimulatedInsurer.Misbehaving {

    private static final QName SERVER = new QName("http://schemas.xmlsoap.org/soap/envelope/", "Server");
    private static final Duration MORE_THAN_PATIENCE = Duration.ofMillis(500);

    private final Behaviours behaviours;
    private final Supplier<Duration> patience;

    /** @param patience how long the gateway waits for an answer */
    RequestedMisbehaviour(Behaviours behaviours, Supplier<Duration> patience) {
        this.behaviours = behaviours;
        this.patience = patience;
    }

    @Override
    public <T> T run(String operation, String claimKey, Callable<T> operationItself) throws RefusedMessageFault {
        Behaviour behaviour = behaviours.next(operation, claimKey);
        return switch (behaviour.mode()) {
            case NORMAL, NO_RECEIPT -> done(operationItself);
            case REFUSE ->
                throw SimulatedInsurer.refused("CLAIM_REFUSED", "The simulated insurer was asked to refuse.");
            case FAULT -> throw new SoapFault("The simulated insurer was asked to break.", SERVER);
            case HTTP_503 -> throw abandoned(Duration.ZERO, TransportEffect.End.UNAVAILABLE);
            case DISCONNECT -> throw abandoned(Duration.ZERO, TransportEffect.End.CUT);
            case TIMEOUT_BEFORE -> throw abandoned(tooLong(behaviour), TransportEffect.End.CUT);
            case ACCEPT_THEN_TIMEOUT -> {
                T answer = done(operationItself);
                effect(tooLong(behaviour), TransportEffect.End.CUT);
                yield answer;
            }
            case SLOW -> {
                T answer = done(operationItself);
                Duration delay = behaviour.delay();
                effect(delay == null ? patience.get().dividedBy(2) : delay, TransportEffect.End.ANSWER);
                yield answer;
            }
        };
    }

    private Duration tooLong(Behaviour behaviour) {
        Duration delay = behaviour.delay();
        return delay == null ? patience.get().plus(MORE_THAN_PATIENCE) : delay;
    }

    /** Nothing was done; the fault that this becomes never leaves. */
    private static SoapFault abandoned(Duration wait, TransportEffect.End end) {
        effect(wait, end);
        return new SoapFault("abandoned", SERVER);
    }

    private static void effect(Duration wait, TransportEffect.End end) {
        HttpServletRequest request = Objects.requireNonNull(
                (HttpServletRequest)
                        PhaseInterceptorChain.getCurrentMessage().get(AbstractHTTPDestination.HTTP_REQUEST),
                "a SOAP call that came by HTTP has a request");
        request.setAttribute(TransportEffect.ATTRIBUTE, new TransportEffect(wait, end));
    }

    private static <T> T done(Callable<T> operation) throws RefusedMessageFault {
        try {
            return operation.call();
        } catch (RefusedMessageFault | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the simulated insurer failed", e);
        }
    }
}
