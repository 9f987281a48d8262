package io.claimgate.operations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "€", "日本", "👍🏽"})
    void a_line_is_folded_at_75_octets_and_never_within_a_character(String piece) {
        for (int length = 0; length < 200; length++) {
            // Given
            String text = piece.repeat(length);
            // When
            String lines = written(text);
            // Then
            assertThat(lines.lines())
                    .allSatisfy(line ->
                            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
            assertThat(lines.replace("\r\n ", "")).isEqualTo("SUMMARY:" + text + "\r\n");
            assertThat(lines).doesNotContain("\uFFFD");
        }
    }

    @Test
    void text_cannot_end_its_line_or_start_another_property() {
        // When
        String lines = written("a;b,c\\d\r\nEND:VEVENT\u0000\u000b\t.");
        // Then
        assertThat(lines).isEqualTo("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT .\r\n");
    }

    @ParameterizedTest
    @CsvSource({"0, PT9H", "1, -PT15H", "2, -P1DT15H", "15, -P14DT15H"})
    void an_alarm_rings_in_the_morning_of_its_day(int daysBefore, String trigger) {
        assertThat(CalendarWriter.trigger(daysBefore)).isEqualTo(trigger);
    }

    private static String written(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ContentLines(bytes).text("SUMMARY", text);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
