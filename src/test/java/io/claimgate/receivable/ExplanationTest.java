package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.reason.Reason;
import io.claimgate.deadline.reason.ReasonText;
import io.claimgate.deadline.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read; src/test/resources/explanations/all.md has it for every kind of rule in every language. */
class ExplanationTest {

    private static final Path GOLDEN = Path.of("src/test/resources/explanations/all.md");

    @Test
    void every_kind_of_rule_explains_itself_in_every_language() throws IOException {
        // Given
        boolean draw = Boolean.getBoolean("draw");
        // When
        String told = Stories.all().stream().map(ExplanationTest::told).collect(Collectors.joining("\n"));
        // Then
        if (draw) {
            Files.writeString(GOLDEN, told);
        }
        assertThat(told)
                .as(GOLDEN + "; -Ddraw=true writes it anew, and then it wants to be read by a person")
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static String told(Stories story) {
        Deadline deadline = story.deadline();
        return "## " + story + "\n\n`" + deadline.rule() + "`\n"
                + Arrays.stream(Language.values())
                        .map(language -> "\n* " + language.tag() + ": " + deadline.explanation(language) + "\n")
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("io.claimgate.receivable.Stories#all")
    void no_explanation_speaks_as_the_policy_file_does(Stories story) {
        for (Language language : Language.values()) {
            // When
            String text = story.deadline().explanation(language);
            // Then
            assertThat(text).as(language.tag()).doesNotContainPattern("\\bP\\d|[A-Z]{3,}_|null|\\[|\\(\\)|  ");
        }
    }

    @ParameterizedTest
    @MethodSource("io.claimgate.receivable.Stories#all")
    void the_dates_of_a_reason_are_those_of_its_deadline(Stories story) {
        // When
        Deadline deadline = story.deadline();
        // Then
        Reason reason = Objects.requireNonNull(deadline.reason());
        assertThat(reason.unrolled()).isEqualTo(deadline.unrolledOn());
        assertThat(reason.rolled() == null ? reason.unrolled() : reason.rolled())
                .isEqualTo(deadline.closesOn());
        assertThat(reason.safe()).isEqualTo(deadline.safeOn());
        assertThat(reason.opens() == null ? null : reason.opens().day()).isEqualTo(deadline.opensOn());
        assertThat(reason.target() == null ? null : reason.target().day()).isEqualTo(deadline.targetOn());
    }

    @ParameterizedTest
    @MethodSource("io.claimgate.receivable.Stories#all")
    void a_reason_comes_back_from_its_text(Stories story) {
        // Given
        Reason reason = Objects.requireNonNull(story.deadline().reason());
        // When
        String line = ReasonText.write(reason);
        // Then
        assertThat(ReasonText.read(line)).contains(reason);
        assertThat(line).doesNotContain("\n");
    }

    @Test
    void names_may_hold_any_character() {
        // Given
        Given given = Given.deadlines(Given.MEP_60).receivable("-|\\b|é\\", "1.00", "2026-03-31");
        Reason reason =
                Objects.requireNonNull(Given.declaration(given.on("2026-05-01")).reason());
        // When
        String line = ReasonText.write(reason);
        // Then
        assertThat(ReasonText.read(line)).contains(reason);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1",
                "2|declaration",
                "1|declaration|P|x",
                "1|Declaration|P|1|-|S|NONE|-|P1D|0",
                "rule text of old"
            })
    void text_of_another_form_is_no_reason_and_no_failure(@Nullable String line) {
        assertThat(ReasonText.read(line)).isEmpty();
    }
}
