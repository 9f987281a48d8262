package io.claimgate.insurer.inbound;

import io.claimgate.flow.settlement.Receival;
import io.claimgate.flow.settlement.Told;
import io.claimgate.flow.settlement.Told.Channel;
import io.claimgate.insurer.notifications.NotificationsPort;
import io.claimgate.insurer.notifications.NotifyClaimStatus;
import io.claimgate.insurer.notifications.NotifySettlement;
import io.claimgate.insurer.notifications.Receipt;
import io.claimgate.insurer.notifications.RejectedMessage;
import io.claimgate.insurer.notifications.RejectedMessageFault;
import io.claimgate.insurer.notifications.RequestDocuments;
import io.claimgate.recovery.InsurerResult;
import jakarta.jws.WebService;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our WSDL, served: what the caller says, as ours, to the flow; and its receipt back. */
@WebService(
        endpointInterface = "io.claimgate.insurer.notifications.NotificationsPort",
        targetNamespace = NotificationGate.NAMESPACE,
        serviceName = "NotificationsService",
        portName = "NotificationsPort")
public final class Notifications implements NotificationsPort {

    /** Below the path of SOAP. */
    static final String PATH = "/notifications";

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

    private final Function<Told, Receival> flow;

    /** @param flow takes a message and says what became of it */
    public Notifications(Function<Told, Receival> flow) {
        this.flow = flow;
    }

    @Override
    public Receipt notifyClaimStatus(NotifyClaimStatus body) throws RejectedMessageFault {
        return told(
                "NotifyClaimStatus", Spoken.claim(body.getClaimKey(), body.getInsurerClaimNumber()), Spoken.of(body));
    }

    @Override
    public Receipt notifySettlement(NotifySettlement body) throws RejectedMessageFault {
        return told(
                "NotifySettlement", Spoken.claim(body.getClaimKey(), body.getInsurerClaimNumber()), Spoken.of(body));
    }

    @Override
    public Receipt requestDocuments(RequestDocuments body) throws RejectedMessageFault {
        return told(
                "RequestDocuments", Spoken.claim(body.getClaimKey(), body.getInsurerClaimNumber()), Spoken.of(body));
    }

    private Receipt told(String operation, Told.ClaimName about, InsurerResult result) throws RejectedMessageFault {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        message.put(CallerCheck.OURS, true);
        String insurer = Objects.requireNonNull((String) message.get(CallerCheck.INSURER), "the caller was checked");
        Receival receival =
                flow.apply(new Told(insurer, Channel.PUSH, about, result, operation, bytes(message), "text/xml"));
        if (receival instanceof Receival.Receipt receipt) {
            return receipt(receipt);
        }
        throw rejected(insurer, operation, (Receival.Refused) receival);
    }

    private static byte[] bytes(Message message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        byte[] bytes = (byte[]) Objects.requireNonNull(request).getAttribute(NotificationGate.BYTES);
        return Credentials.stripped(Objects.requireNonNull(bytes, "the gate has counted the message"));
    }

    private static Receipt receipt(Receival.Receipt receipt) {
        Receipt answer = new Receipt();
        answer.setMessageId(receipt.messageId());
        answer.setReceivedAt(receipt.receivedAt().atOffset(ZoneOffset.UTC));
        answer.setDuplicate(receipt.duplicate());
        return answer;
    }

    private static RejectedMessageFault rejected(String insurer, String operation, Receival.Refused refused) {
        String reference = UUID.randomUUID().toString();
        LOG.warn(
                "{} of {} rejected, {} {}: {}",
                operation,
                insurer,
                refused.code().code(),
                reference,
                refused.message());
        RejectedMessage detail = new RejectedMessage();
        detail.setCode(refused.code().code());
        detail.setMessage(refused.message());
        detail.setReference(reference);
        return new RejectedMessageFault(
                "The message is rejected: " + refused.code().code(), detail);
    }
}
