package io.claimgate.laboratory.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a SOAP request says.
 *
 * @param attachment bytes that travelled beside it; empty where there are none
 */
record Told(Element body, byte[] attachment) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final byte[] NOTHING = new byte[0];

    static Told of(Request request) throws IOException {
        Matcher boundary = BOUNDARY.matcher(request.header("content-type"));
        if (!request.header("content-type").startsWith("multipart/") || !boundary.find()) {
            return new Told(body(request.body()), NOTHING);
        }
        List<byte[]> parts = parts(request.body(), boundary.group(1));
        return new Told(body(parts.get(0)), parts.size() > 1 ? parts.get(1) : NOTHING);
    }

    String operation() {
        return body.getLocalName();
    }

    /** The text of a child, empty where there is none. */
    String text(String name) {
        return elements(body, name).stream()
                .findFirst()
                .map(Node::getTextContent)
                .orElse("");
    }

    List<Element> invoices() {
        return elements(body, "invoice");
    }

    static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element body(byte[] envelope) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(envelope))
                    .getDocumentElement();
            for (Node node = elements(root, "Body").get(0).getFirstChild();
                    node != null;
                    node = node.getNextSibling()) {
                if (node instanceof Element content) {
                    return content;
                }
            }
            throw new IOException("an empty body");
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("no SOAP message: " + new String(envelope, StandardCharsets.UTF_8), e);
        }
    }

    /** The contents of all parts. */
    private static List<byte[]> parts(byte[] message, String boundary) {
        // ISO 8859-1 maps every byte to one character and back.
        String text = new String(message, StandardCharsets.ISO_8859_1);
        List<byte[]> parts = new ArrayList<>();
        String mark = "--" + boundary;
        int from = text.indexOf(mark);
        for (int next = text.indexOf(mark, from + 1); next > 0; next = text.indexOf(mark, from + 1)) {
            String part = text.substring(from + mark.length(), next);
            int content = part.indexOf("\r\n\r\n") + 4;
            parts.add(part.substring(content, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1));
            from = next;
        }
        return parts;
    }
}
