package io.claimgate.insurer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.EntityResolver;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The one place where this room and its inner rooms make XML parsers. A DOCTYPE is refused outright, and with it every entity; nothing
 * outside the given bytes is ever opened. The JDK's own factories are asked for by name, so that nothing on the classpath can replace them.
 */
public final class HardenedXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final SAXParserFactory SAX = sax();
    private static final DocumentBuilderFactory DOM = dom();
    private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();

    private HardenedXml() {}

    /** The bytes as a source for a stylesheet or a validator. */
    public static SAXSource source(byte[] xml) {
        return source(new InputSource(new ByteArrayInputStream(xml)));
    }

    private static SAXSource source(InputSource input) {
        try {
            XMLReader reader;
            synchronized (SAX) {
                reader = SAX.newSAXParser().getXMLReader();
            }
            reader.setEntityResolver(nothingElse());
            return new SAXSource(reader, input);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's XML parser refuses to be hardened", e);
        }
    }

    /**
     * Parses the bytes.
     *
     * @throws SAXException if they are not well-formed XML, or hold a DOCTYPE
     */
    static Document document(byte[] xml) throws SAXException {
        try {
            javax.xml.parsers.DocumentBuilder builder;
            synchronized (DOM) {
                builder = DOM.newDocumentBuilder();
            }
            builder.setEntityResolver(nothingElse());
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | java.io.IOException e) {
            throw new IllegalStateException("the JDK's XML parser refuses to be hardened", e);
        }
    }

    /** The element as the root of a document of its own, the way a stylesheet expects it. */
    static Document alone(Element element) {
        try {
            Document document;
            synchronized (DOM) {
                document = DOM.newDocumentBuilder().newDocument();
            }
            document.appendChild(document.importNode(element, true));
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser refuses to be hardened", e);
        }
    }

    /** The element alone, in UTF-8. */
    static byte[] bytes(Element element) {
        LSSerializer serializer = implementation().createLSSerializer();
        serializer.getDomConfig().setParameter("xml-declaration", false);
        return serializer.writeToString(element).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes XML in UTF-8. */
    static XMLStreamWriter writer(ByteArrayOutputStream bytes) throws XMLStreamException {
        synchronized (OUT) {
            return OUT.createXMLStreamWriter(bytes, "UTF-8");
        }
    }

    /**
     * A schema factory that opens nothing by itself.
     *
     * @param included gives the bytes of what a schema includes, by its location; null refuses it
     */
    static SchemaFactory schemas(Function<String, byte @Nullable []> included) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setResourceResolver(resolver(included));
            return factory;
        } catch (SAXException e) {
            throw new IllegalStateException("the JDK's schema factory refuses to be hardened", e);
        }
    }

    private static LSResourceResolver resolver(Function<String, byte @Nullable []> included) {
        return (type, namespace, publicId, systemId, base) -> {
            byte[] bytes = systemId == null ? null : included.apply(systemId);
            if (bytes == null) {
                throw new IllegalArgumentException("a schema may not refer to " + systemId + " (" + namespace + ")");
            }
            return input(bytes, systemId);
        };
    }

    private static LSInput input(byte[] bytes, String systemId) {
        LSInput input = implementation().createLSInput();
        input.setByteStream(new ByteArrayInputStream(bytes));
        input.setSystemId(systemId);
        return input;
    }

    private static DOMImplementationLS implementation() {
        try {
            return (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the JDK has no DOM with load and save", e);
        }
    }

    private static EntityResolver nothingElse() {
        return (publicId, systemId) -> new InputSource(new StringReader(""));
    }

    private static SAXParserFactory sax() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            return factory;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's XML parser refuses to be hardened", e);
        }
    }

    private static DocumentBuilderFactory dom() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser refuses to be hardened", e);
        }
    }
}
