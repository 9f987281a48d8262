package io.claimgate.insurer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What an insurer's answer says, read from canonical XML ({@code schemas/canonical/answer.xsd}).
 *
 * @param kind accepted, found, notFound or fault
 */
record CanonicalAnswer(
        String kind,
        @Nullable String claimKey,
        @Nullable String reference,
        @Nullable Instant receivedAt,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String code,
        @Nullable String text) {

    /** @throws SAXException if the bytes are not such an answer */
    static CanonicalAnswer read(byte[] xml) throws SAXException {
        Element kind = only(HardenedXml.document(xml).getDocumentElement());
        try {
            String receivedAt = child(kind, "receivedAt");
            String amount = child(kind, "amount");
            return new CanonicalAnswer(
                    kind.getLocalName(),
                    child(kind, "claimKey"),
                    child(kind, "reference"),
                    receivedAt == null ? null : instant(receivedAt),
                    amount == null ? null : new BigDecimal(amount),
                    child(kind, "currency"),
                    child(kind, "code"),
                    child(kind, "text"));
        } catch (DateTimeException | NumberFormatException e) {
            throw new SAXException("the answer holds a value that is none: " + e.getMessage(), e);
        }
    }

    private static Element only(Element answer) throws SAXException {
        for (Node node = answer.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        throw new SAXException("the answer is empty");
    }

    private static @Nullable String child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                String text = element.getTextContent().strip();
                return text.isEmpty() ? null : text;
            }
        }
        return null;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
