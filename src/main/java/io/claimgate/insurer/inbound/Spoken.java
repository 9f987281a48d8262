package io.claimgate.insurer.inbound;

import io.claimgate.flow.settlement.Told.ClaimName;
import io.claimgate.insurer.notifications.NotifyClaimStatus;
import io.claimgate.insurer.notifications.NotifySettlement;
import io.claimgate.insurer.notifications.RequestDocuments;
import io.claimgate.recovery.InsurerResult;
import io.claimgate.recovery.InsurerResult.Decision;
import io.claimgate.recovery.InsurerResult.DocumentsRequest;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.SettlementKind;
import io.claimgate.recovery.InsurerResult.Status;
import org.jspecify.annotations.Nullable;

/** The words of our WSDL as ours. Everything was checked against the WSDL's types before. */
final class Spoken {

    private Spoken() {}

    static ClaimName claim(@Nullable String claimKey, @Nullable String insurerClaimNumber) {
        return new ClaimName(claimKey, insurerClaimNumber);
    }

    static InsurerResult of(NotifyClaimStatus body) {
        return new Status(
                body.getMessageId(),
                Decision.valueOf(body.getStatus().value()),
                body.getAt().toInstant(),
                body.getAcceptedAmount(),
                body.getReason());
    }

    static InsurerResult of(NotifySettlement body) {
        return new Settlement(
                body.getMessageId(),
                body.getSettlementId(),
                SettlementKind.valueOf(body.getKind().value()),
                body.getAmount(),
                body.getCurrency(),
                body.getCosts(),
                body.getValueDate(),
                body.getInsurerShare(),
                body.getInsuredShare(),
                body.getReference());
    }

    static InsurerResult of(RequestDocuments body) {
        return new DocumentsRequest(
                body.getMessageId(),
                body.getAt().toInstant(),
                body.getKind().stream().map(kind -> kind.value()).toList(),
                body.getNote(),
                body.getReplyBy());
    }
}
