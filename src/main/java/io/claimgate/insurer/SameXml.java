package io.claimgate.insurer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Whether two elements say the same, whatever prefixes and line breaks they are written with. */
final class SameXml {

    private SameXml() {}

    static boolean same(Element one, Element other) {
        if (!Objects.equals(one.getNamespaceURI(), other.getNamespaceURI())
                || !one.getLocalName().equals(other.getLocalName())
                || !attributes(one).equals(attributes(other))) {
            return false;
        }
        List<Element> ones = children(one);
        List<Element> others = children(other);
        if (ones.size() != others.size() || ones.isEmpty() && !text(one).equals(text(other))) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!same(ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static TreeMap<String, String> attributes(Element element) {
        TreeMap<String, String> found = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                found.put(attribute.getNamespaceURI() + " " + attribute.getLocalName(), attribute.getValue());
            }
        }
        return found;
    }

    private static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }

    private static String text(Element element) {
        StringBuilder found = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text) {
                found.append(text.getData());
            }
        }
        return found.toString();
    }
}
