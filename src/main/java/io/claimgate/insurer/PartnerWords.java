package io.claimgate.insurer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.transfer.Parcel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Our words in an insurer's and back: the stylesheets of {@code mappings/insurers/<insurer>/}, compiled once. What goes out is checked
 * against the insurer's schema before the intent is committed, what comes in before it is believed; our own schema judges the examples.
 */
final class PartnerWords {

    private static final String CANONICAL = "schemas/canonical/";
    private static final String ANSWER = "answer";
    private static final String RESULTS = "results";

    /** What comes from the insurer; the others go to it. */
    private static final Set<String> INCOMING = Set.of(ANSWER, RESULTS);

    private final Checker ours;
    private final Checker theirs;
    private final Map<String, Stylesheet> stylesheets;

    private PartnerWords(Checker ours, Checker theirs, Map<String, Stylesheet> stylesheets) {
        this.ours = ours;
        this.theirs = theirs;
        this.stylesheets = stylesheets;
    }

    /** The stylesheets that an insurer needs, without {@code .xsl}. */
    static List<String> needed(InsurerProfile insurer) {
        List<String> needed = new ArrayList<>(List.of("declare", "query", ANSWER));
        insurer.soap().changes().keySet().stream()
                .sorted()
                .map(SoapChannel::call)
                .forEach(needed::add);
        if (insurer.documents().soap() != null) {
            needed.add("documents");
        }
        if (insurer.soap().results() != null) {
            needed.addAll(List.of("list", RESULTS));
        }
        return needed;
    }

    /**
     * Compiles what the insurer's folder holds.
     *
     * @throws PartnerFailure.Permanent if something is missing or wrong; the message says the file
     */
    static PartnerWords compile(InsurerProfile insurer, PartnerFiles files) {
        try {
            Map<String, Stylesheet> stylesheets = new TreeMap<>();
            for (String name : needed(insurer)) {
                String path = insurer.folder() + name + ".xsl";
                stylesheets.put(name, Stylesheet.compile(path, files.required(path)));
            }
            return new PartnerWords(
                    new Checker(Schemas.canonical(CANONICAL, files)),
                    new Checker(Schemas.ofWsdl(insurer.soap().wsdl(), files)),
                    stylesheets);
        } catch (Stylesheet.Unfit | SAXException e) {
            throw new PartnerFailure.Permanent("insurer " + insurer.insurer() + ": " + e.getMessage(), e);
        }
    }

    byte[] declaration(Declaration declaration) {
        return said("claim " + declaration.claim().key(), "declare", CanonicalXml.declaration(declaration));
    }

    byte[] change(Claim claim, ClaimChange change) {
        return said(
                "change " + change.number() + " of claim " + change.claim(),
                SoapChannel.call(change.kind()),
                CanonicalXml.change(claim, change));
    }

    byte[] query(ClaimKey key) {
        return said("query of " + key, "query", CanonicalXml.query(key));
    }

    /** The message that carries the document, with {@code mark} where its bytes go; it is checked before they are there. */
    byte[] transfer(Parcel parcel, Parcel.Content document, String mark) {
        return said("document " + document.name(), "documents", CanonicalXml.transfer(parcel, document, mark));
    }

    /** The question for the list of results. */
    byte[] list(@Nullable String since) {
        return said("question for results since " + since, "list", CanonicalXml.list(since));
    }

    private byte[] said(String what, String stylesheet, byte[] canonical) {
        try {
            byte[] partner = sheet(stylesheet).apply(HardenedXml.source(canonical));
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
        return CanonicalAnswer.read(canonical(ANSWER, new DOMSource(HardenedXml.alone(partner))));
    }

    /**
     * What stands on the insurer's list.
     *
     * @throws SAXException if it is not valid by the insurer's schema, no stylesheet knows it, or what it makes of it is not valid by ours
     */
    CanonicalResults results(Element partner) throws SAXException {
        theirs.check(new DOMSource(partner));
        byte[] results = canonical(RESULTS, new DOMSource(HardenedXml.alone(partner)));
        ours.check(HardenedXml.source(results));
        return CanonicalResults.read(results);
    }

    private byte[] canonical(String stylesheet, Source partner) throws SAXException {
        try {
            return sheet(stylesheet).apply(partner);
        } catch (Stylesheet.Unfit e) {
            throw new SAXException(e.getMessage(), e);
        }
    }

    private Stylesheet sheet(String name) {
        return Objects.requireNonNull(stylesheets.get(name), name + ".xsl is not among the insurer's stylesheets");
    }

    /** What a stylesheet makes of an example. */
    byte[] example(String stylesheet, String name, byte[] input) throws SAXException {
        if (INCOMING.contains(stylesheet)) {
            theirs.check(HardenedXml.source(input));
            byte[] answer = canonical(stylesheet, HardenedXml.source(input));
            ours.check(HardenedXml.source(answer));
            return answer;
        }
        ours.check(HardenedXml.source(input));
        return said(name, stylesheet, input);
    }
}
