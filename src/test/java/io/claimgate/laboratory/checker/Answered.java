package io.claimgate.laboratory.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I8: every file has one answer, none is left lying, and no log holds a secret. */
final class Answered {

    private static final String ANSWER = "\\.ack(\\.\\d+)?\\.json$";

    private Answered() {}

    static List<Violation> check(Run run, Terms terms) {
        List<Violation> found = new ArrayList<>();
        Path folder = run.dropped().folder();
        for (String place : List.of("in", "work")) {
            names(folder.resolve(place))
                    .forEach(name -> found.add(new Violation("I8", "left", place + "/" + name, "was not taken")));
        }
        Map<String, Long> answers = counted(names(folder.resolve("ack")).stream()
                .filter(name -> name.matches(".*" + ANSWER))
                .map(name -> name.replaceFirst(ANSWER, ""))
                .toList());
        Map<String, Long> dropped = counted(run.dropped().files());
        TreeSet<String> all = new TreeSet<>(answers.keySet());
        all.addAll(dropped.keySet());
        for (String name : all) {
            long given = answers.getOrDefault(name, 0L);
            long wanted = dropped.getOrDefault(name, 0L);
            if (given != wanted) {
                String kind = given < wanted ? "unanswered" : "doubled";
                found.add(new Violation("I8", kind, name, given + " answers, dropped " + wanted + " times"));
            }
        }
        run.gateway()
                .logs()
                .forEach(log -> terms.secrets().forEach(secret -> {
                    if (text(log).contains(secret)) {
                        found.add(
                                new Violation("I8", "secret", log.getFileName().toString(), "holds a secret"));
                    }
                }));
        return found;
    }

    private static Map<String, Long> counted(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
