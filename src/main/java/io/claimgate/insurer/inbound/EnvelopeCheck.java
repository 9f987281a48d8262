package io.claimgate.insurer.inbound;

import io.claimgate.insurer.HardenedXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.sax.SAXSource;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Whether bytes are a SOAP 1.1 message of the shape that we serve, before the SOAP stack sees them: no DOCTYPE, no processing instruction,
 * one body with one element of our namespace, not deep and not wide.
 */
final class EnvelopeCheck {

    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 2_000;
    private static final int MOST_ATTRIBUTES = 20;

    private static final int PROLOGUE = 200;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)");

    private EnvelopeCheck() {}

    /**
     * The local name of the one element in the body.
     *
     * @param namespace of which it must be
     * @throws NotServed if it is no such message; the reason quotes nothing longer than a name
     */
    static String operation(byte[] message, String namespace) {
        Matcher encoding = ENCODING.matcher(
                new String(message, 0, Math.min(message.length, PROLOGUE), StandardCharsets.ISO_8859_1));
        if (encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8")) {
            throw NotServed.client("an encoding other than UTF-8");
        }
        SAXSource source = HardenedXml.source(message);
        // As the SOAP stack will read it.
        source.getInputSource().setEncoding(StandardCharsets.UTF_8.name());
        Shape shape = new Shape(namespace);
        source.getXMLReader().setContentHandler(shape);
        source.getXMLReader().setErrorHandler(shape);
        try {
            source.getXMLReader().parse(source.getInputSource());
        } catch (SAXException e) {
            throw NotServed.client("no XML that is taken: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
        if (shape.operation == null) {
            throw NotServed.client("the body holds no element");
        }
        return shape.operation;
    }

    private static final class Shape extends DefaultHandler {

        private final String namespace;
        private int depth;
        private int elements;
        private int bodies;
        private boolean inBody;
        private @Nullable String operation;

        Shape(String namespace) {
            this.namespace = namespace;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            depth++;
            if (depth > DEEPEST || ++elements > MOST_ELEMENTS || attributes.getLength() > MOST_ATTRIBUTES) {
                throw new SAXException("deeper, longer or wider than any message of ours");
            }
            if (depth == 1 && !(name.equals("Envelope") && uri.equals(NeutralFault.SOAP))) {
                throw new SAXException("the root is no envelope of SOAP 1.1");
            }
            if (depth == 2) {
                part(uri, name);
            }
            if (depth == 3 && inBody) {
                content(uri, name);
            }
        }

        private void part(String uri, String name) throws SAXException {
            boolean header = name.equals("Header");
            if (!uri.equals(NeutralFault.SOAP) || !(header && bodies == 0 || name.equals("Body"))) {
                throw new SAXException("an envelope holds a header and a body");
            }
            inBody = !header;
            bodies += header ? 0 : 1;
            if (bodies > 1) {
                throw new SAXException("two bodies");
            }
        }

        private void content(String uri, String name) throws SAXException {
            if (operation != null) {
                throw new SAXException("two elements in the body");
            }
            if (!uri.equals(namespace)) {
                throw new SAXException("an element of another namespace in the body");
            }
            operation = name;
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            depth--;
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            throw new SAXException("a processing instruction");
        }
    }
}
