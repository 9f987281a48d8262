package io.claimgate.sandbox;

import io.claimgate.sandbox.notifications.DocumentKind;
import io.claimgate.sandbox.notifications.NotificationsPort;
import io.claimgate.sandbox.notifications.NotifyClaimStatus;
import io.claimgate.sandbox.notifications.NotifySettlement;
import io.claimgate.sandbox.notifications.Receipt;
import io.claimgate.sandbox.notifications.RejectedMessageFault;
import io.claimgate.sandbox.notifications.RequestDocuments;
import io.claimgate.sandbox.notifications.SettlementKind;
import io.claimgate.sandbox.notifications.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the simulated insurer calls our notifications, in the words of our WSDL. */
final class Notifier {

    private final Supplier<NotificationsPort> gateway;

    /** @param gateway a client of our notifications, with the insurer's credentials */
    Notifier(Supplier<NotificationsPort> gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends it once.
     *
     * @throws RejectedMessageFault if we understood it and do not take it
     * @throws jakarta.xml.ws.WebServiceException whatever else goes wrong
     */
    Receipt tell(InsurersWord word) throws RejectedMessageFault {
        return switch (word.kind()) {
            case STATUS -> gateway.get().notifyClaimStatus(status(word));
            case SETTLEMENT -> gateway.get().notifySettlement(settlement(word));
            case DOCUMENTS_REQUEST -> gateway.get().requestDocuments(request(word));
        };
    }

    private static NotifyClaimStatus status(InsurersWord word) {
        NotifyClaimStatus status = new NotifyClaimStatus();
        status.setMessageId(word.messageId());
        status.setClaimKey(word.claimKey());
        status.setInsurerClaimNumber(word.insurerClaimNumber());
        status.setStatus(Status.fromValue(word.needed("status")));
        status.setAt(OffsetDateTime.parse(word.needed("at")));
        status.setAcceptedAmount(amount(word, "acceptedAmount"));
        status.setReason(word.field("reason"));
        return status;
    }

    private static NotifySettlement settlement(InsurersWord word) {
        NotifySettlement settlement = new NotifySettlement();
        settlement.setMessageId(word.messageId());
        settlement.setClaimKey(word.claimKey());
        settlement.setInsurerClaimNumber(word.insurerClaimNumber());
        settlement.setSettlementId(word.needed("settlementId"));
        settlement.setKind(SettlementKind.fromValue(word.needed("kind")));
        settlement.setAmount(new BigDecimal(word.needed("amount")));
        settlement.setCurrency(word.needed("currency"));
        settlement.setCosts(amount(word, "costs"));
        settlement.setValueDate(LocalDate.parse(word.needed("valueDate")));
        settlement.setInsurerShare(amount(word, "insurerShare"));
        settlement.setInsuredShare(amount(word, "insuredShare"));
        settlement.setReference(word.needed("reference"));
        return settlement;
    }

    private static RequestDocuments request(InsurersWord word) {
        RequestDocuments request = new RequestDocuments();
        request.setMessageId(word.messageId());
        request.setClaimKey(word.claimKey());
        request.setInsurerClaimNumber(word.insurerClaimNumber());
        request.setAt(OffsetDateTime.parse(word.needed("at")));
        Stream.of(word.needed("kinds").split(",")).map(DocumentKind::fromValue).forEach(request.getKind()::add);
        request.setNote(word.field("note"));
        String replyBy = word.field("replyBy");
        request.setReplyBy(replyBy == null ? null : LocalDate.parse(replyBy));
        return request;
    }

    private static @Nullable BigDecimal amount(InsurersWord word, String name) {
        String text = word.field(name);
        return text == null ? null : new BigDecimal(text);
    }
}
