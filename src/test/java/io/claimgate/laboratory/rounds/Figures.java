package io.claimgate.laboratory.rounds;

import io.claimgate.laboratory.checker.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a run came to. */
final class Figures {

    private static final int TOLD = 200;

    private final long seed;
    private final String database;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final List<Violation> violations = new ArrayList<>();
    private Duration slowestDrain = Duration.ZERO;
    private int rounds;
    private int claims;
    private int documents;
    private int results;
    private int postings;

    Figures(long seed, String database) {
        this.seed = seed;
        this.database = database;
    }

    void round(Fault fault) {
        rounds++;
        faults.merge(fault, 1, Integer::sum);
    }

    void drained(Duration took) {
        slowestDrain = took.compareTo(slowestDrain) > 0 ? took : slowestDrain;
    }

    void counted(int claimsNow, int documentsNow, int resultsNow, int postingsNow) {
        claims = claimsNow;
        documents = documentsNow;
        results = resultsNow;
        postings = postingsNow;
    }

    void judged(List<Violation> found) {
        violations.clear();
        violations.addAll(found);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    int rounds() {
        return rounds;
    }

    private long of(String kind) {
        return violations.stream()
                .filter(violation -> violation.kind().equals(kind))
                .count();
    }

    String report() {
        StringBuilder text = new StringBuilder("# Fault laboratory\n\n")
                .append("| figure | value |\n|---|---|\n")
                .append("| seed | %d |%n".formatted(seed))
                .append("| database | %s |%n".formatted(database))
                .append("| rounds | %d |%n".formatted(rounds));
        faults.forEach((fault, times) -> text.append("| fault %s | %d |%n".formatted(fault, times)));
        text.append("| claims accepted by the insurer | %d |%n".formatted(claims))
                .append("| documents at the insurer | %d |%n".formatted(documents))
                .append("| results of the insurer | %d |%n".formatted(results))
                .append("| postings in accounting | %d |%n".formatted(postings))
                .append("| lost | %d |%n".formatted(of("lost")))
                .append("| doubled | %d |%n".formatted(of("doubled")))
                .append("| violations | %d |%n".formatted(violations.size()))
                .append("| slowest backlog to drain | %d s |%n".formatted(slowestDrain.toSeconds()));
        violations.stream().limit(TOLD).forEach(violation -> text.append("\n* ").append(violation));
        if (violations.size() > TOLD) {
            text.append("\n* and %,d more".formatted(violations.size() - TOLD));
        }
        return text.append('\n').toString();
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
