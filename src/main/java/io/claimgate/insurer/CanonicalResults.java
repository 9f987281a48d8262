package io.claimgate.insurer;

import io.claimgate.flow.settlement.Told.ClaimName;
import io.claimgate.recovery.InsurerResult;
import io.claimgate.recovery.InsurerResult.Decision;
import io.claimgate.recovery.InsurerResult.DocumentsRequest;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.SettlementKind;
import io.claimgate.recovery.InsurerResult.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A page of an insurer's list, read from canonical XML ({@code schemas/canonical/results.xsd}) that was checked before. */
record CanonicalResults(List<One> results, String cursor) {

    /** One result. @param canonical its own bytes */
    record One(ClaimName about, InsurerResult result, byte[] canonical) {}

    static CanonicalResults read(byte[] xml) throws SAXException {
        Element root = HardenedXml.document(xml).getDocumentElement();
        List<One> results = new ArrayList<>();
        for (Element one : Elements.named(root, "result")) {
            ClaimName about = new ClaimName(text(one, "claimKey"), text(one, "insurerClaimNumber"));
            results.add(new One(about, result(one), HardenedXml.bytes(one)));
        }
        return new CanonicalResults(List.copyOf(results), needed(root, "cursor"));
    }

    private static InsurerResult result(Element one) {
        String messageId = needed(one, "messageId");
        for (Element status : Elements.named(one, "status")) {
            return new Status(
                    messageId,
                    Decision.valueOf(needed(status, "status")),
                    instant(status),
                    amount(status, "acceptedAmount"),
                    text(status, "reason"));
        }
        for (Element settlement : Elements.named(one, "settlement")) {
            return settlement(messageId, settlement);
        }
        Element request = Elements.named(one, "documentsRequest").get(0);
        String replyBy = text(request, "replyBy");
        return new DocumentsRequest(
                messageId,
                instant(request),
                Elements.named(request, "kind").stream()
                        .map(kind -> kind.getTextContent().strip())
                        .toList(),
                text(request, "note"),
                replyBy == null ? null : LocalDate.parse(replyBy));
    }

    private static Settlement settlement(String messageId, Element told) {
        return new Settlement(
                messageId,
                needed(told, "settlementId"),
                SettlementKind.valueOf(needed(told, "kind")),
                new BigDecimal(needed(told, "amount")),
                needed(told, "currency"),
                amount(told, "costs"),
                LocalDate.parse(needed(told, "valueDate")),
                amount(told, "insurerShare"),
                amount(told, "insuredShare"),
                needed(told, "reference"));
    }

    private static Instant instant(Element parent) {
        return OffsetDateTime.parse(needed(parent, "at")).toInstant();
    }

    private static @Nullable BigDecimal amount(Element parent, String name) {
        String text = text(parent, name);
        return text == null ? null : new BigDecimal(text);
    }

    private static String needed(Element parent, String name) {
        String text = text(parent, name);
        if (text == null) {
            throw new IllegalStateException("results.xsd demands " + name + " in " + parent.getLocalName());
        }
        return text;
    }

    private static @Nullable String text(Element parent, String name) {
        List<Element> found = Elements.named(parent, name);
        return found.isEmpty() ? null : found.get(0).getTextContent().strip();
    }
}
