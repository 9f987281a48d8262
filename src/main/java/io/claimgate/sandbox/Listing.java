package io.claimgate.sandbox;

import io.claimgate.sandbox.wsdl.ListResultsResponse;
import io.claimgate.sandbox.wsdl.ListedDocumentsRequest;
import io.claimgate.sandbox.wsdl.ListedResult;
import io.claimgate.sandbox.wsdl.ListedSettlement;
import io.claimgate.sandbox.wsdl.ListedStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The simulated insurer's list of results in the words of its own WSDL. Its cursor is a count. */
final class Listing {

    private Listing() {}

    static ListResultsResponse of(ResultsBook book, @Nullable String since) {
        ResultsBook.Page page = book.since(since == null ? 0 : Integer.parseInt(since));
        ListResultsResponse response = new ListResultsResponse();
        page.words().stream().map(Listing::result).forEach(response.getResult()::add);
        response.setCursor(Integer.toString(page.cursor()));
        return response;
    }

    private static ListedResult result(InsurersWord word) {
        ListedResult result = new ListedResult();
        result.setMessageId(word.messageId());
        result.setClaimKey(word.claimKey());
        result.setClaimNumber(word.insurerClaimNumber());
        switch (word.kind()) {
            case STATUS -> result.setStatus(status(word));
            case SETTLEMENT -> result.setSettlement(settlement(word));
            case DOCUMENTS_REQUEST -> result.setDocumentsRequest(request(word));
        }
        return result;
    }

    private static ListedStatus status(InsurersWord word) {
        ListedStatus status = new ListedStatus();
        status.setStatus(word.needed("status"));
        status.setAt(OffsetDateTime.parse(word.needed("at")));
        status.setAcceptedAmount(amount(word, "acceptedAmount"));
        status.setReason(word.field("reason"));
        return status;
    }

    private static ListedSettlement settlement(InsurersWord word) {
        ListedSettlement settlement = new ListedSettlement();
        settlement.setSettlementId(word.needed("settlementId"));
        settlement.setKind(word.needed("kind"));
        settlement.setAmount(new BigDecimal(word.needed("amount")));
        settlement.setCurrency(word.needed("currency"));
        settlement.setCosts(amount(word, "costs"));
        settlement.setValueDate(LocalDate.parse(word.needed("valueDate")));
        settlement.setInsurerShare(amount(word, "insurerShare"));
        settlement.setInsuredShare(amount(word, "insuredShare"));
        settlement.setReference(word.needed("reference"));
        return settlement;
    }

    private static ListedDocumentsRequest request(InsurersWord word) {
        ListedDocumentsRequest request = new ListedDocumentsRequest();
        request.setAt(OffsetDateTime.parse(word.needed("at")));
        request.getKind().addAll(List.of(word.needed("kinds").split(",")));
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
