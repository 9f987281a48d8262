package io.claimgate.insurer;

import io.claimgate.exchange.Query;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What an insurer's answer says, read from canonical XML ({@code schemas/canonical/answer.xsd}).
 *
 * @param kind accepted, changed, received, found, notFound or fault
 * @param number of the change that it confirms
 * @param lastChange of a claim that it has; null where it does not say
 * @param documents which it says that it holds of the claim
 */
record CanonicalAnswer(
        String kind,
        @Nullable String claimKey,
        @Nullable String reference,
        @Nullable Instant receivedAt,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String code,
        @Nullable String text,
        @Nullable String sha256,
        @Nullable Integer number,
        Query.@Nullable LastChange lastChange,
        List<HeldDocument> documents) {

    /** A document that the insurer holds. */
    record HeldDocument(
            String name,
            String sha256,
            String reference,
            @Nullable Instant receivedAt) {}

    /** @throws SAXException if the bytes are not such an answer */
    static CanonicalAnswer read(byte[] xml) throws SAXException {
        Element kind = only(HardenedXml.document(xml).getDocumentElement());
        try {
            String amount = child(kind, "amount");
            return new CanonicalAnswer(
                    kind.getLocalName(),
                    child(kind, "claimKey"),
                    child(kind, "reference"),
                    receivedAt(kind),
                    amount == null ? null : new BigDecimal(amount),
                    child(kind, "currency"),
                    child(kind, "code"),
                    child(kind, "text"),
                    child(kind, "sha256"),
                    whole(child(kind, "number")),
                    lastChange(kind),
                    documents(kind));
        } catch (DateTimeException | NumberFormatException e) {
            throw new SAXException("the answer holds a value that is none: " + e.getMessage(), e);
        }
    }

    private static @Nullable Integer whole(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static Query.@Nullable LastChange lastChange(Element found) throws SAXException {
        for (Node node = found.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && "lastChange".equals(element.getLocalName())) {
                return new Query.LastChange(Integer.parseInt(required(element, "number")), receivedAt(element));
            }
        }
        return null;
    }

    private static List<HeldDocument> documents(Element found) throws SAXException {
        List<HeldDocument> documents = new ArrayList<>();
        for (Node node = found.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && "document".equals(element.getLocalName())) {
                documents.add(new HeldDocument(
                        required(element, "name"),
                        required(element, "sha256"),
                        required(element, "reference"),
                        receivedAt(element)));
            }
        }
        return documents;
    }

    private static @Nullable Instant receivedAt(Element parent) {
        String text = child(parent, "receivedAt");
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static String required(Element parent, String name) throws SAXException {
        String text = child(parent, name);
        if (text == null) {
            throw new SAXException("a part of the answer has no " + name);
        }
        return text;
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
}
