package io.claimgate.insurer;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.ChangeLine;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.Debtor;
import io.claimgate.claim.Declaration;
import io.claimgate.flow.transfer.Parcel;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** What we say to every insurer in our own words: {@code schemas/canonical/*.xsd}. */
final class CanonicalXml {

    static final String NAMESPACE = "urn:claimgate:canonical:1";

    private CanonicalXml() {}

    static byte[] declaration(Declaration declaration) {
        return written(xml -> {
            Claim claim = declaration.claim();
            xml.writeStartElement("declaration");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "claimKey", claim.key().value());
            element(xml, "contract", claim.subject().contract());
            element(xml, "policy", claim.subject().policy());
            element(xml, "insurer", claim.subject().insurer());
            element(xml, "creditor", claim.subject().creditor());
            element(xml, "cause", claim.cause());
            debtor(xml, declaration.debtor());
            element(xml, "amount", claim.amount().toPlainString());
            element(xml, "currency", claim.currency());
            element(xml, "closesOn", claim.window().closesOn().toString());
            for (ClaimLine line : declaration.lines()) {
                line(xml, line, null);
            }
            xml.writeEndElement();
        });
    }

    /** What is to be told of a claim that the insurer has. */
    static byte[] change(Claim claim, ClaimChange change) {
        return written(xml -> {
            xml.writeStartElement(
                    switch (change.kind()) {
                        case SUPPLEMENT -> "supplement";
                        case AMEND -> "amendment";
                        case WITHDRAW -> "withdrawal";
                    });
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "claimKey", claim.key().value());
            element(xml, "number", Integer.toString(change.number()));
            optional(xml, "reference", claim.insurerClaimNumber());
            element(xml, "policy", claim.subject().policy());
            element(xml, "creditor", claim.subject().creditor());
            element(xml, "reason", change.reason());
            if (change.kind() != ChangeKind.WITHDRAW) {
                element(xml, "amount", change.amountAfter().toPlainString());
                element(xml, "currency", change.currency());
            }
            for (ChangeLine line : change.lines()) {
                line(xml, line.now(), line.before());
            }
            xml.writeEndElement();
        });
    }

    /** One document. @param mark what stands where its bytes go */
    static byte[] transfer(Parcel parcel, Parcel.Content document, String mark) {
        return written(xml -> {
            xml.writeStartElement("transfer");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "claimKey", parcel.claim().value());
            element(xml, "creditor", parcel.creditor());
            element(xml, "number", Integer.toString(parcel.number()));
            element(xml, "name", document.name());
            element(xml, "kind", document.kind());
            element(xml, "mediaType", document.mediaType());
            element(xml, "size", Long.toString(document.size()));
            element(xml, "sha256", document.sha256());
            element(xml, "content", mark);
            xml.writeEndElement();
        });
    }

    static byte[] query(ClaimKey key) {
        return written(xml -> {
            xml.writeStartElement("query");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "claimKey", key.value());
            xml.writeEndElement();
        });
    }

    static byte[] list(@Nullable String since) {
        return written(xml -> {
            xml.writeStartElement("list");
            xml.writeDefaultNamespace(NAMESPACE);
            optional(xml, "since", since);
            xml.writeEndElement();
        });
    }

    private static void debtor(XMLStreamWriter xml, Debtor debtor) throws XMLStreamException {
        xml.writeStartElement("debtor");
        element(xml, "number", debtor.number());
        element(xml, "name", debtor.name());
        element(xml, "country", debtor.country());
        String scheme = debtor.registrationScheme();
        String registration = debtor.registration();
        if (scheme != null && registration != null) {
            xml.writeStartElement("registration");
            xml.writeAttribute("scheme", scheme);
            xml.writeCharacters(registration);
            xml.writeEndElement();
        }
        optional(xml, "vat", debtor.vat());
        optional(xml, "street", debtor.street());
        optional(xml, "postCode", debtor.postCode());
        optional(xml, "city", debtor.city());
        xml.writeEndElement();
    }

    /** @param before the amount that was told last; null: none */
    private static void line(XMLStreamWriter xml, ClaimLine line, @Nullable BigDecimal before)
            throws XMLStreamException {
        xml.writeStartElement("line");
        element(xml, "invoiceNumber", line.invoiceNumber());
        element(xml, "instalment", Integer.toString(line.instalment()));
        element(xml, "issueDate", line.issueDate().toString());
        element(xml, "originalDueDate", line.dueDate().toString());
        element(xml, "amount", line.amount().toPlainString());
        element(xml, "currency", line.currency());
        // Told where it is, and where it was: that nothing is contested any more has to be said.
        if (before != null || line.disputed().signum() != 0) {
            element(xml, "disputed", line.disputed().toPlainString());
        }
        optional(xml, "before", before == null ? null : before.toPlainString());
        xml.writeEndElement();
    }

    private static void optional(XMLStreamWriter xml, String name, @Nullable String text) throws XMLStreamException {
        if (text != null && !text.isBlank()) {
            element(xml, name, text);
        }
    }

    static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(storable(text));
        xml.writeEndElement();
    }

    /** What XML 1.0 cannot hold (control characters in a name, half a surrogate pair) becomes a replacement character. */
    private static String storable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || c >= 0x20 && c < 0xD800
                                || c >= 0xE000 && c < 0xFFFE
                                || c > 0xFFFF
                        ? c
                        : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    @FunctionalInterface
    interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    static byte[] written(Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter xml = HardenedXml.writer(bytes);
            content.write(xml);
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written to memory", e);
        }
    }
}
