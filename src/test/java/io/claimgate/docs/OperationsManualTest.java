package io.claimgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/operations.md} says for every alert what to do. */
class OperationsManualTest {

    private static final Path MANUAL = Path.of("docs/operations.md");
    private static final Pattern RAISES = Pattern.compile("\\.raise\\(|\\balert\\(");
    private static final Pattern CODE = Pattern.compile("ProblemCode\\.([A-Z]{3}_\\d{3})");
    /** Said to who asks, where alerts are raised too. */
    private static final Set<String> ONLY_ANSWERS = Set.of("OPS_004", "OPS_005", "OPS_006", "OPS_031", "SEC_003");

    @Test
    void every_alert_has_a_paragraph_that_says_what_to_do() throws IOException {
        // Given
        Set<String> raised = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            if (RAISES.matcher(text).find()) {
                Matcher codes = CODE.matcher(text);
                while (codes.find()) {
                    raised.add(codes.group(1));
                }
            }
        }
        raised.removeAll(ONLY_ANSWERS);

        // When
        Set<String> explained = explained();

        // Then
        assertThat(raised).as("alerts found in the code").hasSizeGreaterThan(40);
        assertThat(explained)
                .as("a heading \"### CODE title\" in " + MANUAL + ", and a sentence under it")
                .containsAll(raised);
    }

    @Test
    void every_paragraph_is_about_a_code_under_its_title() throws IOException {
        // Given
        List<String> known = Arrays.stream(ProblemCode.values())
                .map(code -> "### " + code.code() + " " + code.title())
                .toList();

        // When
        List<String> headings = Files.readAllLines(MANUAL).stream()
                .filter(line -> line.matches("### [A-Z]{3}-\\d{3}.*"))
                .toList();

        // Then
        assertThat(headings).doesNotHaveDuplicates().isSubsetOf(known);
    }

    /** Codes with a heading and a sentence. */
    private static Set<String> explained() throws IOException {
        Matcher paragraphs = Pattern.compile("### ([A-Z]{3})-(\\d{3}) [^\\n]+\\n\\n[^\\n#]{20,}")
                .matcher(Files.readString(MANUAL));
        Set<String> explained = new TreeSet<>();
        while (paragraphs.find()) {
            explained.add(paragraphs.group(1) + "_" + paragraphs.group(2));
        }
        return explained;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("ProblemCode.java"))
                    .toList();
        }
    }
}
