package io.claimgate.feed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kind of file from one source, with its mapping.
 *
 * @param match glob on the file name
 * @param fields where each canonical field comes from; empty where the header has the canonical names
 * @param names how its documents are named; null where only side files tell, and for kinds with rows
 */
public record Feed(
        String name,
        FeedKind kind,
        String match,
        Semantics semantics,
        Ready ready,
        OnReject onReject,
        CsvFormat csv,
        List<FieldSource> fields,
        @Nullable DocumentNames names) {

    /** Whether a file tells changes or the whole truth. */
    public enum Semantics {
        DELTA,
        SNAPSHOT
    }

    /** How a complete file is known. */
    public enum Ready {
        QUIET,
        MARKER
    }

    /** What faulty rows do to the others. */
    public enum OnReject {
        ACCEPT_GOOD,
        ALL_OR_NOTHING
    }

    public Feed {
        fields = List.copyOf(fields);
    }

    /** What a file of this name is taken with. */
    Companion companion(String fileName) {
        if (kind == FeedKind.DOCUMENTS) {
            return label(fileName).isPresent() ? Companion.SIDE_FILE_OPTIONAL : Companion.SIDE_FILE_NEEDED;
        }
        return ready == Ready.MARKER ? Companion.MARKER : Companion.NONE;
    }

    /** What the name of a document says; empty where it does not say enough. */
    public Optional<DocumentLabel> label(String fileName) {
        return names == null ? Optional.empty() : names.read(fileName);
    }

    /** Whether files of this name belong to the feed: {@code *} any characters, {@code ?} one. */
    public boolean matches(String fileName) {
        StringBuilder regex = new StringBuilder();
        for (char c : match.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL)
                .matcher(fileName)
                .matches();
    }
}
