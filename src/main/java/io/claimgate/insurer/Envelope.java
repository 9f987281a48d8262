package io.claimgate.insurer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A SOAP message, 1.1 or 1.2, as far as it matters here. */
final class Envelope {

    private final Element content;

    private Envelope(Element content) {
        this.content = content;
    }

    /** Reads it; empty if the bytes are no SOAP message with one element in its body. */
    static Optional<Envelope> read(byte[] bytes) {
        try {
            Element root = HardenedXml.document(bytes).getDocumentElement();
            if (!"Envelope".equals(root.getLocalName())) {
                return Optional.empty();
            }
            Element body = child(root, "Body");
            Element content = body == null ? null : firstChild(body);
            return Optional.ofNullable(content).map(Envelope::new);
        } catch (SAXException e) {
            return Optional.empty();
        }
    }

    /** What stands in the body. */
    Element content() {
        return content;
    }

    boolean fault() {
        return "Fault".equals(content.getLocalName());
    }

    /** Client or Server in SOAP 1.1, Sender or Receiver in 1.2; without its prefix. */
    String faultCode() {
        Element code = child(content, "faultcode");
        if (code == null) {
            Element outer = child(content, "Code");
            code = outer == null ? null : child(outer, "Value");
        }
        String text = code == null ? "" : code.getTextContent().strip();
        return text.substring(text.indexOf(':') + 1);
    }

    String faultText() {
        Element text = child(content, "faultstring");
        if (text == null) {
            text = child(content, "Reason");
        }
        return text == null ? "" : text.getTextContent().strip();
    }

    /** The partner's own words about a fault; null where it has none. */
    @Nullable
    Element faultDetail() {
        Element detail = child(content, "detail");
        if (detail == null) {
            detail = child(content, "Detail");
        }
        return detail == null ? null : firstChild(detail);
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static @Nullable Element firstChild(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        return null;
    }
}
