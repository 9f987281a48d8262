package io.claimgate.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Dockerfile as its instructions: continued lines joined, comments gone. What is asked of is the last stage, but for copies and stages. */
public record ImageFile(List<String> instructions) {

    private static final Pattern VARIABLE = Pattern.compile("([A-Z_]+)=(\\S+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern LAYER = Pattern.compile("--from=layers /layers/extracted/([a-z-]+)/ \\./");

    public static ImageFile read(Path file) {
        try {
            StringBuilder joined = new StringBuilder();
            for (String line : Files.readAllLines(file)) {
                if (!line.strip().startsWith("#")) {
                    joined.append(line.endsWith("\\") ? line.substring(0, line.length() - 1) : line + "\n");
                }
            }
            return new ImageFile(
                    joined.toString().lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return String.join("\n", instructions);
    }

    /** The image of each stage. */
    List<String> stages() {
        return of(instructions, "FROM").stream().map(from -> from.split(" ")[0]).toList();
    }

    /** What is copied from the project. */
    List<String> copied() {
        List<String> sources = new ArrayList<>();
        for (String copy : of(instructions, "COPY")) {
            List<String> words = Arrays.stream(copy.split("\\s+"))
                    .filter(word -> !word.startsWith("--"))
                    .toList();
            if (!copy.startsWith("--from=")) {
                sources.addAll(words.subList(0, words.size() - 1));
            }
        }
        return sources;
    }

    /** The folders of the taken-apart jar that are laid together again, in their order. */
    public List<String> layers() {
        return of(last(), "COPY").stream()
                .map(LAYER::matcher)
                .filter(Matcher::matches)
                .map(layer -> layer.group(1))
                .toList();
    }

    /** The words of every command that is run as it stands, without a shell. */
    public List<List<String>> commands() {
        return of(instructions, "RUN").stream()
                .map(run -> run.replaceFirst("^(--\\S+ )+", ""))
                .filter(run -> run.startsWith("["))
                .map(ImageFile::words)
                .toList();
    }

    /** The words of the command that a container runs. */
    public List<String> start() {
        return words(entryPoint());
    }

    private static List<String> words(String list) {
        return WORD.matcher(list).results().map(word -> word.group(1)).toList();
    }

    Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>();
        for (String set : of(last(), "ENV")) {
            Matcher variable = VARIABLE.matcher(set);
            while (variable.find()) {
                all.put(variable.group(1), variable.group(2));
            }
        }
        return all;
    }

    List<Integer> ports() {
        return Arrays.stream(only("EXPOSE").split(" ")).map(Integer::valueOf).toList();
    }

    String volumes() {
        return only("VOLUME");
    }

    String user() {
        return only("USER");
    }

    String healthCheck() {
        return only("HEALTHCHECK");
    }

    String entryPoint() {
        return only("ENTRYPOINT");
    }

    private String only(String word) {
        List<String> found = of(last(), word);
        if (found.size() != 1) {
            throw new AssertionError(word + " stands " + found.size() + " times in the last stage");
        }
        return found.get(0);
    }

    private List<String> last() {
        int from = 0;
        for (int i = 0; i < instructions.size(); i++) {
            from = instructions.get(i).startsWith("FROM ") ? i : from;
        }
        return instructions.subList(from, instructions.size());
    }

    private static List<String> of(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1).strip())
                .toList();
    }
}
