package io.claimgate.paper;

import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A paper while it is written: a title, a few facts, tables, notes. Built as a tree and never parsed, so that no text can become markup. */
final class Page {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt } }
            body { font-family: 'Liberation Sans'; font-size: 9pt }
            h1 { font-size: 15pt } h2 { font-size: 11pt; margin-top: 6mm }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            th, td { text-align: left; border-bottom: 0.3pt solid #999; padding: 1mm 2mm 1mm 0; vertical-align: top }
            .amount { text-align: right } .facts td { border: none; padding: 0.4mm 3mm 0.4mm 0 } .facts .name { width: 42mm; color: #555 }
            p.note { font-size: 8pt; color: #555 }""";

    private final Document document;
    private final Element body;
    private boolean codePoints;

    Page(String title) {
        try {
            document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK builds documents", e);
        }
        Element html = document.createElement("html");
        document.appendChild(html);
        Element head = child(html, "head", null);
        child(head, "title", title);
        Element style = child(head, "style", null);
        style.appendChild(document.createTextNode(STYLE));
        body = child(html, "body", null);
        child(body, "h1", title);
    }

    /** Names and values; a value that is null is left out. */
    Page facts(List<Fact> facts) {
        Element table = child(body, "table", null);
        table.setAttribute("class", "facts");
        for (Fact fact : facts) {
            if (fact.value() != null && !fact.value().isBlank()) {
                Element row = child(table, "tr", null);
                child(row, "td", fact.name()).setAttribute("class", "name");
                child(row, "td", fact.value());
            }
        }
        return this;
    }

    record Fact(String name, @Nullable String value) {}

    /** @param columns their heads; one that begins with {@code >} is for amounts */
    Page table(String title, List<String> columns, List<List<String>> rows) {
        child(body, "h2", title);
        Element table = child(body, "table", null);
        Element head = child(child(table, "thead", null), "tr", null);
        columns.forEach(column -> cell(head, "th", column, column.replace(">", "")));
        Element rest = child(table, "tbody", null);
        for (List<String> values : rows) {
            Element row = child(rest, "tr", null);
            for (int i = 0; i < columns.size(); i++) {
                cell(row, "td", columns.get(i), values.get(i));
            }
        }
        return this;
    }

    Page note(String text) {
        child(body, "p", text).setAttribute("class", "note");
        return this;
    }

    Document finished() {
        if (codePoints) {
            note(
                    "Characters that the font of this paper has no sign for are written as their Unicode code points, [U+....].");
        }
        return document;
    }

    private void cell(Element row, String name, String column, String value) {
        Element cell = child(row, name, value);
        if (column.startsWith(">")) {
            cell.setAttribute("class", "amount");
        }
    }

    private Element child(Element parent, String name, @Nullable String text) {
        Element child = document.createElement(name);
        if (text != null) {
            String printable = PaperFont.printable(text);
            codePoints |= printable.contains("[U+") && !text.contains("[U+");
            child.appendChild(document.createTextNode(printable));
        }
        parent.appendChild(child);
        return child;
    }
}
