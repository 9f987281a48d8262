package io.claimgate.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What an archive of evidence is announced to hold ({@code schemas/insurer/manifest.xsd}).
 *
 * @param archive its file name
 */
record Manifest(String claimKey, String archive, long size, String sha256, List<Entry> documents) {

    private static final String NAMESPACE = "urn:claimgate:dossier:1";
    private static final HardenedXml XML = new HardenedXml("schemas/insurer/manifest.xsd");

    record Entry(String name, String kind, long size, String sha256) {}

    Manifest {
        documents = List.copyOf(documents);
    }

    /** @throws SAXException if it is not valid */
    static Manifest read(byte[] xml) throws SAXException {
        Element root = XML.document(xml).getDocumentElement();
        Element archive = (Element) all(root, "archive").item(0);
        NodeList found = all(root, "document");
        List<Entry> documents = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element one = (Element) found.item(i);
            documents.add(new Entry(text(one, "name"), text(one, "kind"), number(one), text(one, "sha256")));
        }
        Manifest manifest = new Manifest(
                text(root, "claimKey"), text(archive, "name"), number(archive), text(archive, "sha256"), documents);
        try {
            manifest.announced();
            return manifest;
        } catch (ArithmeticException e) {
            throw new SAXException("sizes that no archive has", e);
        }
    }

    /** Bytes of all documents together. */
    long announced() {
        return documents.stream().mapToLong(Entry::size).reduce(0, Math::addExact);
    }

    private static long number(Element parent) throws SAXException {
        try {
            return Long.parseLong(text(parent, "size"));
        } catch (NumberFormatException e) {
            throw new SAXException("a size that no file has: " + text(parent, "size"), e);
        }
    }

    private static String text(Element parent, String name) {
        return all(parent, name).item(0).getTextContent();
    }

    private static NodeList all(Element parent, String name) {
        return parent.getElementsByTagNameNS(NAMESPACE, name);
    }
}
