package io.claimgate.insurer;

import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Schemas of the configuration, compiled; they refer to nothing outside it. */
final class Schemas {

    private static final List<String> CANONICAL =
            List.of("declaration.xsd", "change.xsd", "transfer.xsd", "query.xsd", "answer.xsd", "results.xsd");

    private Schemas() {}

    /** Our own: every root element of {@code schemas/canonical}. */
    static Schema canonical(String folder, PartnerFiles files) throws SAXException {
        Document all = HardenedXml.document(files.required(folder + "types.xsd"));
        Element root = all.getDocumentElement();
        for (String name : CANONICAL) {
            Element schema = HardenedXml.document(files.required(folder + name)).getDocumentElement();
            NodeList children = schema.getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                // One namespace in several files: the validator takes it as one schema only, without its includes.
                if (children.item(i) instanceof Element child && !"include".equals(child.getLocalName())) {
                    root.appendChild(all.importNode(child, true));
                }
            }
        }
        return compiled(List.of(new DOMSource(all)));
    }

    /** The types of a WSDL. */
    static Schema ofWsdl(String path, PartnerFiles files) throws SAXException {
        Document wsdl = HardenedXml.document(files.required(path));
        NodeList schemas = wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < schemas.getLength(); i++) {
            Element schema = (Element) schemas.item(i);
            inheritPrefixes(schema);
            sources.add(new DOMSource(schema));
        }
        if (sources.isEmpty()) {
            throw new SAXException(path + " holds no schema in its types");
        }
        return compiled(sources);
    }

    /** One that stands alone. */
    static Schema of(String path, PartnerFiles files) throws SAXException {
        return compiled(List.of(new DOMSource(HardenedXml.document(files.required(path)))));
    }

    private static Schema compiled(List<Source> sources) throws SAXException {
        return HardenedXml.schemas(location -> null).newSchema(sources.toArray(Source[]::new));
    }

    /** Prefixes that stand on the WSDL's root are used inside its schema. */
    private static void inheritPrefixes(Element schema) {
        for (Node up = schema.getParentNode(); up instanceof Element parent; up = parent.getParentNode()) {
            for (int i = 0; i < parent.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) parent.getAttributes().item(i);
                boolean prefix = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
                if (prefix && !schema.hasAttribute(attribute.getName())) {
                    schema.setAttributeNS(
                            XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getName(), attribute.getValue());
                }
            }
        }
    }
}
