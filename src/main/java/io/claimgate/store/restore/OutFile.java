package io.claimgate.store.restore;

import io.claimgate.flow.Departure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of {@code out/} that only its name and content tell of: which entries it brought the ERP. */
final class OutFile {

    private static final Pattern POSTINGS = Pattern.compile("postings_\\d{8}T\\d{9}_(\\d{1,12})\\.[a-z]{1,5}");
    private static final Pattern HOLDS = Pattern.compile("holds_\\d{8}T\\d{9}\\.csv");
    private static final Pattern POSTING = Pattern.compile("[A-Z0-9-]{1,40}");

    private OutFile() {}

    /** Whether a gateway names its files so. */
    static boolean ours(String name) {
        return POSTINGS.matcher(name).matches() || HOLDS.matcher(name).matches();
    }

    static Optional<Departure.FileWritten> read(String source, String name, byte[] content) {
        Matcher postings = POSTINGS.matcher(name);
        if (!postings.matches()) {
            return Optional.of(file("HOLDS", source, 0, name, content, Map.of()));
        }
        Map<String, Departure.Entry> entries = entries(content);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(file("POSTINGS", source, Long.parseLong(postings.group(1)), name, content, entries));
    }

    private static Departure.FileWritten file(
            String kind,
            String source,
            long ordinal,
            String name,
            byte[] content,
            Map<String, Departure.Entry> entries) {
        return new Departure.FileWritten(
                kind, source, "*", ordinal, name, sha256(content), content.length, entries.size(), entries, List.of());
    }

    /** Of the generic CSV and of the FEC; what is asked for is plain ASCII in both. */
    private static Map<String, Departure.Entry> entries(byte[] content) {
        List<String> lines =
                new String(content, StandardCharsets.ISO_8859_1).lines().toList();
        Map<String, Departure.Entry> entries = new LinkedHashMap<>();
        if (lines.isEmpty()) {
            return entries;
        }
        String separator = lines.get(0).contains("\t") ? "\t" : ",";
        List<String> header = Arrays.asList(lines.get(0).split(separator, -1));
        int posting = Math.max(header.indexOf("postingId"), header.indexOf("PieceRef"));
        int number = header.indexOf("EcritureNum");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(separator, -1);
            if (posting >= 0
                    && fields.length > posting
                    && POSTING.matcher(fields[posting]).matches()) {
                entries.put(
                        fields[posting], new Departure.Entry(number < 0 ? 0 : Long.parseLong(fields[number]), null));
            }
        }
        return entries;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
