package io.claimgate.catalogue;

import io.claimgate.dossier.DocumentKind;
import io.claimgate.feed.DocumentNames;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key {@code fileName} of a feed of documents: {@code {pattern: "{kind}_{invoiceNumber}.*", kinds: {LS: DELIVERY_PROOF}}}. */
final class DocumentNamesReader {

    private static final List<String> KINDS =
            Arrays.stream(DocumentKind.values()).map(DocumentKind::name).toList();

    private final Section feed;

    DocumentNamesReader(Section feed) {
        this.feed = feed;
    }

    /** The pattern, or null where the feed has none or a faulty one; every fault is among the problems. */
    @Nullable
    DocumentNames read() {
        Section yaml = feed.section("fileName");
        if (yaml == null) {
            return null;
        }
        String pattern = yaml.requiredText("pattern");
        String kind = yaml.has("kind") ? yaml.word("kind", "", KINDS) : "";
        Map<String, DocumentKind> words = words(yaml.section("kinds"));
        yaml.noOther();
        if (pattern == null) {
            return null;
        }
        try {
            return DocumentNames.of(pattern, words, kind.isEmpty() ? null : DocumentKind.valueOf(kind));
        } catch (IllegalArgumentException e) {
            yaml.wrong("pattern", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static Map<String, DocumentKind> words(@Nullable Section table) {
        Map<String, DocumentKind> words = new LinkedHashMap<>();
        if (table != null) {
            for (String word : table.keys()) {
                String kind = table.word(word, "", KINDS);
                if (!kind.isEmpty()) {
                    words.put(word, DocumentKind.valueOf(kind));
                }
            }
        }
        return words;
    }
}
