package io.claimgate.catalogue;

import io.claimgate.policy.DocumentTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which {@code documents} a claim needs, by cause of loss and by the buyer's country. */
final class DocumentReader {

    private static final Set<String> CAUSES = Set.of("PROTRACTED_DEFAULT", "INSOLVENCY");
    private static final Set<String> KINDS = Set.of(
            "INVOICE",
            "ORDER",
            "DELIVERY_PROOF",
            "CONTRACT",
            "TERMS",
            "STATEMENT",
            "REMINDER",
            "FORMAL_NOTICE",
            "CORRESPONDENCE",
            "DEBT_ACKNOWLEDGEMENT",
            "SECURITY",
            "PROOF_OF_CLAIM",
            "CREDIT_NOTE",
            "DISPUTE",
            "POWER_OF_ATTORNEY",
            "OTHER");

    private final Section file;

    DocumentReader(Section file) {
        this.file = file;
    }

    DocumentTerms documents() {
        Section documents = file.section("documents");
        if (documents == null) {
            return DocumentTerms.NONE;
        }
        Map<String, List<String>> required = new HashMap<>();
        for (String cause : documents.keys()) {
            Section section = CAUSES.contains(cause) ? documents.section(cause) : null;
            if (section != null) {
                required.put(cause, kinds(section, "required"));
                section.noOther();
            }
        }
        Map<String, List<String>> byCountry = byCountry(documents.section("byCountry"));
        kinds(documents, "byHand"); // whose supply DocumentSupply asks about
        // Asked for, so that the answer to an unknown cause names them.
        CAUSES.forEach(documents::node);
        documents.noOther();
        return new DocumentTerms(required, byCountry);
    }

    private static Map<String, List<String>> byCountry(@Nullable Section section) {
        Map<String, List<String>> byCountry = new HashMap<>();
        if (section != null) {
            section.keys().forEach(country -> byCountry.put(country, kinds(section, country)));
        }
        return byCountry;
    }

    private static List<String> kinds(Section section, String key) {
        List<String> kinds = section.texts(key);
        kinds.stream()
                .filter(kind -> !KINDS.contains(kind))
                .forEach(wrong -> section.fault(section.line(key), wrong, "no such kind of document (contracts.md 2)"));
        return kinds;
    }
}
