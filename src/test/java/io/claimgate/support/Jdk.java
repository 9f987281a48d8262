package io.claimgate.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its folder
 * @param feature 17, 25
 */
public record Jdk(Path home, int feature) {

    /** The one that runs the tests. */
    public static Jdk own() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The newest among this one and those in the folders beside it. */
    public static Jdk newest() {
        Path home = own().home();
        try (Stream<Path> beside = Files.list(home.resolveSibling("."))) {
            return Stream.concat(Stream.of(own()), beside.map(Jdk::in).flatMap(Optional::stream))
                    .max(Comparator.comparingInt(Jdk::feature))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Jdk> in(Path folder) {
        Path release = folder.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(folder.resolve("bin/java"))) {
            return Optional.empty();
        }
        Properties told = new Properties();
        try (var in = Files.newBufferedReader(release)) {
            told.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = told.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Optional.of(new Jdk(folder, Integer.parseInt(version.split("[.+-]")[0])));
    }

    public String java() {
        return home.resolve("bin/java").toString();
    }
}
