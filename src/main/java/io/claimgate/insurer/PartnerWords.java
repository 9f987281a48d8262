package io.claimgate.insurer;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.PartnerFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Our words in an insurer's and back: the stylesheets of {@code mappings/insurers/<insurer>/}, compiled once. What goes out is checked
 * against both schemas before the intent is committed, what comes in against the insurer's before it is believed.
 */
final class PartnerWords {

    private static final String CANONICAL = "schemas/canonical/";

    private final Schema ours;
    private final Schema theirs;
    private final Stylesheet declare;
    private final Stylesheet query;
    private final Stylesheet answer;

    private PartnerWords(Schema ours, Schema theirs, Stylesheet declare, Stylesheet query, Stylesheet answer) {
        this.ours = ours;
        this.theirs = theirs;
        this.declare = declare;
        this.query = query;
        this.answer = answer;
    }

    /**
     * Compiles what the insurer's folder holds.
     *
     * @throws PartnerFailure.Permanent if something is missing or wrong; the message says the file
     */
    static PartnerWords compile(String insurer, String wsdl, PartnerFiles files) {
        String folder = "mappings/insurers/" + insurer + "/";
        try {
            return new PartnerWords(
                    Schemas.canonical(CANONICAL, files),
                    Schemas.ofWsdl(wsdl, files),
                    stylesheet(folder + "declare.xsl", files),
                    stylesheet(folder + "query.xsl", files),
                    stylesheet(folder + "answer.xsl", files));
        } catch (Stylesheet.Unfit | SAXException e) {
            throw new PartnerFailure.Permanent("insurer " + insurer + ": " + e.getMessage(), e);
        }
    }

    byte[] declaration(Declaration declaration) {
        return said("claim " + declaration.claim().key(), declare, CanonicalXml.declaration(declaration));
    }

    byte[] query(ClaimKey key) {
        return said("query of " + key, query, CanonicalXml.query(key));
    }

    /** Our own words, already written, in theirs; for the golden examples. */
    byte[] said(String what, Stylesheet stylesheet, byte[] canonical) {
        try {
            check(ours, HardenedXml.source(canonical));
            byte[] partner = stylesheet.apply(HardenedXml.source(canonical));
            check(theirs, HardenedXml.source(partner));
            return partner;
        } catch (Stylesheet.Unfit | SAXException e) {
            throw new PartnerFailure.Permanent(
                    what + " cannot be said in the insurer's words: " + e.getMessage()
                            + "; correct the data or the mapping",
                    e);
        }
    }

    /**
     * What the insurer's element means.
     *
     * @throws SAXException if it is not valid by the insurer's schema, or no stylesheet knows it
     */
    CanonicalAnswer answer(Element partner) throws SAXException {
        check(theirs, new DOMSource(partner));
        return understood(new DOMSource(HardenedXml.alone(partner)));
    }

    CanonicalAnswer understood(Source partner) throws SAXException {
        return CanonicalAnswer.read(canonical(partner));
    }

    byte[] canonical(Source partner) throws SAXException {
        try {
            byte[] canonical = answer.apply(partner);
            check(ours, HardenedXml.source(canonical));
            return canonical;
        } catch (Stylesheet.Unfit e) {
            throw new SAXException(e.getMessage(), e);
        }
    }

    Stylesheet declareStylesheet() {
        return declare;
    }

    Stylesheet queryStylesheet() {
        return query;
    }

    private static Stylesheet stylesheet(String path, PartnerFiles files) throws Stylesheet.Unfit {
        return Stylesheet.compile(path, files.required(path));
    }

    private static void check(Schema schema, Source xml) throws SAXException {
        try {
            schema.newValidator().validate(xml);
        } catch (IOException e) {
            throw new UncheckedIOException("XML in memory cannot be read", e);
        }
    }
}
