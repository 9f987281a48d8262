package io.claimgate.flow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names from outside are for people to read. */
class SafeNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("invoice F-1.pdf", "invoice F-1.pdf"),
                Arguments.of("../../etc/passwd", "passwd"),
                Arguments.of("C:\\Users\\anna\\F-1.pdf", "F-1.pdf"),
                Arguments.of("a\0b" + (char) 0x202E + "fdp.exe", "abfdp.exe"),
                Arguments.of("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
                Arguments.of("", "unnamed"),
                Arguments.of("..", "unnamed"),
                Arguments.of("x/", "unnamed"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void paths_and_what_misleads_the_eye_are_left_out(String given, String name) {
        assertThat(SafeName.of(given)).isEqualTo(name);
    }

    @Test
    void a_long_name_keeps_its_ending() {
        // When
        String safe = SafeName.of("é".repeat(400) + ".pdf");

        // Then
        assertThat(safe).hasSize(255).endsWith("é.pdf");
    }
}
