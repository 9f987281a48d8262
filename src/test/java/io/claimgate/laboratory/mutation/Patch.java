package io.claimgate.laboratory.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mutation as a unified diff of {@code src/main/java}. Hunks are found by their lines, not by their numbers, so that a change elsewhere in
 * the file does not spoil them.
 *
 * @param why first comment line
 * @param tests that must see it, from the comment {@code # tests:}
 */
record Patch(String name, String why, List<String> tests, Map<String, List<Hunk>> files) {

    /** Lines that stand in the file, and those that stand there instead. */
    record Hunk(String before, String after) {}

    static Patch read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Map<String, List<Hunk>> files = new LinkedHashMap<>();
            List<Hunk> hunks = new ArrayList<>();
            for (int i = 2; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.startsWith("+++ ")) {
                    hunks = files.computeIfAbsent(line.substring(4).strip(), path -> new ArrayList<>());
                } else if (line.startsWith("@@")) {
                    hunks.add(hunk(lines, i + 1));
                }
            }
            return new Patch(
                    file.getFileName().toString().replace(".patch", ""),
                    lines.get(0).substring(2),
                    List.of(lines.get(1).replace("# tests: ", "").split(" ")),
                    files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the mutated sources below a folder; their paths. */
    List<Path> apply(Path sources, Path target) {
        List<Path> mutated = new ArrayList<>();
        files.forEach((path, hunks) -> mutated.add(apply(sources.resolve(path), target.resolve(path), hunks)));
        return mutated;
    }

    private Path apply(Path source, Path target, List<Hunk> hunks) {
        try {
            String text = Files.readString(source);
            for (Hunk hunk : hunks) {
                int at = text.indexOf(hunk.before());
                if (at < 0 || text.indexOf(hunk.before(), at + 1) >= 0) {
                    throw new IllegalStateException(
                            name + " does not fit " + source + " any more; make the mutation anew:\n" + hunk.before());
                }
                text = text.replace(hunk.before(), hunk.after());
            }
            Files.createDirectories(target.getParent());
            return Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Hunk hunk(List<String> lines, int from) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = from;
                i < lines.size()
                        && lines.get(i).matches("[ +-].*")
                        && !lines.get(i).startsWith("--- ");
                i++) {
            String text = lines.get(i).substring(1) + "\n";
            char sign = lines.get(i).charAt(0);
            if (sign != '+') {
                before.append(text);
            }
            if (sign != '-') {
                after.append(text);
            }
        }
        return new Hunk(before.toString(), after.toString());
    }
}
