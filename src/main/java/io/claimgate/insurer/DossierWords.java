package io.claimgate.insurer;

import io.claimgate.exchange.Holding;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.transfer.Parcel;
import java.time.OffsetDateTime;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What is said about an archive: our manifest, {@code schemas/insurer/manifest.xsd}, and the insurer's receipt, {@code receipt.xsd}. */
final class DossierWords {

    private static final String NAMESPACE = "urn:claimgate:dossier:1";

    private final Checker manifests;
    private final Checker receipts;

    private DossierWords(Checker manifests, Checker receipts) {
        this.manifests = manifests;
        this.receipts = receipts;
    }

    /** @throws PartnerFailure.Permanent if a schema is missing or wrong */
    static DossierWords compile(PartnerFiles files) {
        try {
            return new DossierWords(
                    new Checker(Schemas.of("schemas/insurer/manifest.xsd", files)),
                    new Checker(Schemas.of("schemas/insurer/receipt.xsd", files)));
        } catch (SAXException e) {
            throw new PartnerFailure.Permanent("schemas of dossiers: " + e.getMessage(), e);
        }
    }

    /** The same parcel gives the same bytes. */
    byte[] manifest(Parcel parcel) {
        byte[] xml = CanonicalXml.written(out -> write(parcel, out));
        try {
            manifests.check(HardenedXml.source(xml));
            return xml;
        } catch (SAXException e) {
            throw new PartnerFailure.Permanent(
                    "transfer " + parcel.name() + " has no valid manifest: " + e.getMessage()
                            + "; correct its documents",
                    e);
        }
    }

    private static void write(Parcel parcel, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("manifest");
        xml.writeDefaultNamespace(NAMESPACE);
        CanonicalXml.element(xml, "claimKey", parcel.claim().value());
        CanonicalXml.element(xml, "creditor", parcel.creditor());
        CanonicalXml.element(xml, "number", Integer.toString(parcel.number()));
        xml.writeStartElement("archive");
        CanonicalXml.element(xml, "name", parcel.name() + ".zip");
        CanonicalXml.element(xml, "size", Long.toString(parcel.size()));
        CanonicalXml.element(xml, "sha256", parcel.sha256());
        xml.writeEndElement();
        for (Parcel.Content document : parcel.documents()) {
            xml.writeStartElement("document");
            CanonicalXml.element(xml, "name", document.name());
            CanonicalXml.element(xml, "kind", document.kind());
            CanonicalXml.element(xml, "mediaType", document.mediaType());
            CanonicalXml.element(xml, "size", Long.toString(document.size()));
            CanonicalXml.element(xml, "sha256", document.sha256());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** What a receipt says; one that is not understood, or tells of other bytes, says nothing. */
    Holding receipt(Parcel parcel, byte[] xml) {
        try {
            receipts.check(HardenedXml.source(xml));
            return meaning(parcel, HardenedXml.document(xml).getDocumentElement());
        } catch (SAXException e) {
            return new Holding.Unanswered("the receipt is not understood: " + e.getMessage());
        }
    }

    private static Holding meaning(Parcel parcel, Element receipt) {
        if (!parcel.sha256().equals(text(receipt, "sha256"))) {
            return new Holding.Unanswered("the receipt is for other bytes, " + text(receipt, "sha256"));
        }
        String number = text(receipt, "number");
        String at = text(receipt, "receivedAt");
        return number == null
                ? new Holding.Refused(String.valueOf(text(receipt, "code")), String.valueOf(text(receipt, "text")))
                : new Holding.Held(
                        number, at == null ? null : OffsetDateTime.parse(at).toInstant());
    }

    /** Names stand once in a valid receipt. */
    private static @Nullable String text(Element receipt, String name) {
        return receipt.getElementsByTagNameNS(NAMESPACE, name).item(0) instanceof Element found
                ? found.getTextContent().strip()
                : null;
    }
}
