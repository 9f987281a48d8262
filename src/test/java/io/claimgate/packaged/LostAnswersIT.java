package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.GatewayProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of real invoices at an insurer that keeps every third answer to itself. In every build {@link DiesTwiceIT} has that too. */
class LostAnswersIT {

    @TempDir
    Path folder;

    @Test
    @Tag("faults")
    void lost_answers_are_asked_about_and_nothing_is_declared_twice() {
        try (GatewayProcess gateway =
                HighRadius.gateway(folder.resolve("home"), Map.of("claimgate.sandbox.insurer.timeout", "PT1S"))) {
            // Given
            gateway.post(
                    "/api/v1/sandbox/insurer/behaviour",
                    "{\"operation\":\"DeclareClaim\",\"mode\":\"accept-then-timeout\",\"every\":3}");
            HighRadius.drop(gateway);

            // When
            gateway.moveTo("2020-12-01T00:00:00Z");

            // Then
            HighRadius.judge(gateway, 1);
            assertThat(gateway.all("/api/v1/messages").stream()
                            .filter(message -> message.get("operation").asText().equals("GetClaim")))
                    .as("the insurer was asked")
                    .hasSizeGreaterThanOrEqualTo(553 / 3);
        }
    }
}
