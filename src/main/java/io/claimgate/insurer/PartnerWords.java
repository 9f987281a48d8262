package io.claimgate.insurer;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.PartnerFailure;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Our words in an insurer's and back: the stylesheets of {@code mappings/insurers/<insurer>/}, compiled once. What goes out is checked
 * against the insurer's schema before the intent is committed, what comes in before it is believed; our own schema judges the examples.
 */
final class PartnerWords {

    private static final String CANONICAL = "schemas/canonical/";

    private final Checker ours;
    private final Checker theirs;
    private final Stylesheet declare;
    private final Stylesheet query;
    private final Stylesheet answer;

    private PartnerWords(Checker ours, Checker theirs, Stylesheet declare, Stylesheet query, Stylesheet answer) {
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
                    new Checker(Schemas.canonical(CANONICAL, files)),
                    new Checker(Schemas.ofWsdl(wsdl, files)),
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

    private byte[] said(String what, Stylesheet stylesheet, byte[] canonical) {
        try {
            byte[] partner = stylesheet.apply(HardenedXml.source(canonical));
            theirs.check(HardenedXml.source(partner));
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
        theirs.check(new DOMSource(partner));
        return CanonicalAnswer.read(canonical(new DOMSource(HardenedXml.alone(partner))));
    }

    private byte[] canonical(Source partner) throws SAXException {
        try {
            return answer.apply(partner);
        } catch (Stylesheet.Unfit e) {
            throw new SAXException(e.getMessage(), e);
        }
    }

    /** What a stylesheet (declare, query, answer) makes of an example. */
    byte[] example(String stylesheet, String name, byte[] input) throws SAXException {
        if (stylesheet.equals("answer")) {
            theirs.check(HardenedXml.source(input));
            byte[] answer = canonical(HardenedXml.source(input));
            ours.check(HardenedXml.source(answer));
            return answer;
        }
        ours.check(HardenedXml.source(input));
        return said(name, stylesheet.equals("declare") ? declare : query, input);
    }

    private static Stylesheet stylesheet(String path, PartnerFiles files) throws Stylesheet.Unfit {
        return Stylesheet.compile(path, files.required(path));
    }
}
