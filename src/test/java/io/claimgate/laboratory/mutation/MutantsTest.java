package io.claimgate.laboratory.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mutation of {@code src/test/mutations} is compiled in front of the gateway's own classes, and the tests that it names must be red.
 * {@code mvn -Pmutants verify}; the table stands in {@code target/mutants/report.md}. {@code -Dmutant=05} tries one alone.
 */
class MutantsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MUTATIONS = Path.of("src/test/mutations");
    private static final Path REPORT = Path.of("target/mutants/report.md");
    private static final long LONGEST_MINUTES = 10;

    @TempDir
    Path folder;

    static List<Patch> mutations() throws IOException {
        String only = System.getProperty("mutant", "");
        try (Stream<Path> files = Files.list(MUTATIONS)) {
            return files.filter(file -> file.getFileName().toString().startsWith(only))
                    .sorted()
                    .map(Patch::read)
                    .toList();
        }
    }

    /** In every build: a patch that does not fit any more would show nothing. */
    @Test
    void every_mutation_fits_the_sources_and_compiles() throws IOException {
        for (Patch patch : mutations()) {
            // When
            Path classes = compiled(patch);

            // Then
            assertThat(classes).as(patch.name()).isNotEmptyDirectory();
        }
        assertThat(mutations()).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @Tag("mutants")
    @MethodSource("mutations")
    void the_laboratory_sees_it(Patch patch) throws IOException, InterruptedException {
        // Given
        Path classes = compiled(patch);

        // When
        Path output = folder.resolve(patch.name() + ".txt");
        int verdict = judged(patch, classes, output);

        // Then
        report(patch, verdict, output);
        assertThat(verdict).as(patch.name() + " " + patch.why()).isEqualTo(1);
    }

    private Path compiled(Patch patch) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(patch.name() + ".classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-proc:none",
                "-parameters",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
        patch.apply(SOURCES, folder.resolve(patch.name())).forEach(source -> arguments.add(source.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as(patch.name() + " compiles").isZero();
        return classes;
    }

    private static int judged(Patch patch, Path classes, Path output) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dsweep.only=H2",
                "-Dsweep.deaths=1",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                Judge.class.getName()));
        command.addAll(patch.tests());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static void report(Patch patch, int verdict, Path output) throws IOException {
        String seen = Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("RED "))
                .findFirst()
                .map(line -> line.substring(4, Math.min(line.length(), 260)).replace('|', '/'))
                .orElse("");
        Files.createDirectories(REPORT.getParent());
        boolean fresh = Files.notExists(REPORT);
        String row = "| %s | %s | %s | %s |\n"
                .formatted(patch.name(), patch.why(), verdict == 1 ? "caught" : "MISSED", seen);
        Files.writeString(
                REPORT,
                (fresh ? "| mutation | what it does | laboratory | first red test |\n|---|---|---|---|\n" : "") + row,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }
}
