package io.claimgate.feed;

import io.claimgate.dossier.DocumentKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a feed are named: {@code {kind}_{invoiceNumber}.*}. The placeholders are {@code {kind}}, {@code {invoiceNumber}},
 * {@code {buyerId}}, {@code {claimKey}} and {@code {language}}; {@code *} stands for any characters, {@code ?} for one.
 */
public final class DocumentNames {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}|.", Pattern.DOTALL);
    private static final String KIND = "kind";
    private static final String LANGUAGE = "language";

    private final Pattern regex;
    private final Map<String, DocumentKind> kinds;
    private final @Nullable DocumentKind kind;
    private final DocumentLabel.Reference reference;
    private final boolean language;

    private DocumentNames(
            Pattern regex,
            Map<String, DocumentKind> kinds,
            @Nullable DocumentKind kind,
            DocumentLabel.Reference reference,
            boolean language) {
        this.regex = regex;
        this.kinds = kinds;
        this.kind = kind;
        this.reference = reference;
        this.language = language;
    }

    /**
     * Compiles a pattern.
     *
     * @param words what stands in a name for a kind; empty: the kinds themselves
     * @param kind of all files, where no name says it; else null
     * @throws IllegalArgumentException for a pattern that does not say what a file is or what it belongs to
     */
    public static DocumentNames of(String pattern, Map<String, DocumentKind> words, @Nullable DocumentKind kind) {
        Map<String, DocumentKind> kinds = words.isEmpty() ? canonical() : Map.copyOf(words);
        Map<String, Boolean> seen = new HashMap<>();
        StringBuilder regex = new StringBuilder();
        Matcher part = PART.matcher(pattern);
        while (part.find()) {
            String placeholder = part.group(1);
            if (placeholder == null) {
                regex.append(literal(part.group()));
            } else if (seen.put(placeholder, true) != null) {
                throw new IllegalArgumentException("{" + placeholder + "} stands there twice");
            } else {
                regex.append("(?<")
                        .append(placeholder)
                        .append(">")
                        .append(group(placeholder, kinds))
                        .append(")");
            }
        }
        boolean named = seen.containsKey(KIND);
        if (named == (kind != null)) {
            throw new IllegalArgumentException(
                    "say what the files are: either {kind} in the pattern or the key kind beside it");
        }
        return new DocumentNames(
                Pattern.compile(regex.toString(), Pattern.DOTALL),
                named ? kinds : Map.of(),
                kind,
                reference(seen),
                seen.containsKey(LANGUAGE));
    }

    /** What a name says; empty where it does not fit the pattern. */
    public Optional<DocumentLabel> read(String fileName) {
        Matcher name = regex.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        DocumentKind what = kind == null ? kinds.get(name.group(KIND)) : kind;
        return Optional.ofNullable(what)
                .map(known -> new DocumentLabel(
                        known, reference, name.group(reference.field()), language ? name.group(LANGUAGE) : null, null));
    }

    private static DocumentLabel.Reference reference(Map<String, Boolean> seen) {
        var found = Arrays.stream(DocumentLabel.Reference.values())
                .filter(reference -> seen.containsKey(reference.field()))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "say what the files belong to: exactly one of {invoiceNumber}, {buyerId}, {claimKey}");
        }
        return found.get(0);
    }

    private static String group(String placeholder, Map<String, DocumentKind> kinds) {
        return switch (placeholder) {
            // The longest first: one word may begin like another.
            case KIND ->
                kinds.keySet().stream()
                        .sorted(Comparator.comparing(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
            case "invoiceNumber", "buyerId" -> ".+";
            case "claimKey" -> "[A-Z0-9-]{1,40}";
            case LANGUAGE -> "[a-z]{2}";
            default ->
                throw new IllegalArgumentException("{" + placeholder
                        + "} is no placeholder; known: {kind}, {invoiceNumber}, {buyerId}, {claimKey}, {language}");
        };
    }

    private static String literal(String character) {
        return switch (character) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(character);
        };
    }

    private static Map<String, DocumentKind> canonical() {
        return Arrays.stream(DocumentKind.values()).collect(Collectors.toMap(DocumentKind::name, kind -> kind));
    }
}
