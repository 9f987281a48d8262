package io.claimgate.laboratory.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.laboratory.checker.Terms;
import io.claimgate.laboratory.partner.StubMode;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F3: insurers that can be asked, that cannot, and that take twice what comes twice, each answering in all ways that the stub knows. Which
 * class each answer falls into stands in {@code InsurerFailuresTest}; here is what becomes of the claims.
 */
class InsurerAnswersTest {

    private static final int CLAIMS = Integer.getInteger("faults.answers", 12);
    private static final Duration LONGER_THAN_PATIENCE = Duration.ofMillis(1_300);
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void one_that_can_be_asked_takes_each_claim_once_however_it_answers() {
        try (LiveGateway world = answeringInAllWays("lab", Map.of())) {
            // When
            world.drop("F", CLAIMS);
            world.awaitDeclared(CLAIMS, LIMIT);

            // Then
            assertThat(world.judgeDeclarations(Terms.STRICT)).isEmpty();
        }
    }

    @Test
    void one_that_cannot_be_asked_and_takes_a_key_once_gets_it_again_after_it_has_settled() {
        try (LiveGateway world = answeringInAllWays("lab-mute", Map.of())) {
            // When
            world.drop("F", CLAIMS);
            world.awaitDeclared(CLAIMS, LIMIT);

            // Then
            assertThat(world.judgeDeclarations(Terms.STRICT.withRepeats())).isEmpty();
            assertThat(world.insurer.ledger("accept").stream()
                            .map(line -> line.path("number").asText())
                            .distinct())
                    .hasSize(CLAIMS);
        }
    }

    @Test
    void one_that_cannot_be_asked_and_takes_twice_what_comes_twice_never_gets_it_twice() {
        try (LiveGateway world = answeringInAllWays("lab-blind", Map.of("idempotent", "false"))) {
            // When
            world.drop("F", CLAIMS);
            world.awaitDeclared(CLAIMS, LIMIT);

            // Then
            assertThat(world.judgeDeclarations(Terms.STRICT.withParked())).isEmpty();
            assertThat(world.number("select count(*) from task where state = 'PARKED' and parked_reason <> ''"))
                    .as("doubts that a person was shown")
                    .isPositive();
        }
    }

    private LiveGateway answeringInAllWays(String insurer, Map<String, String> settings) {
        LiveGateway world = new LiveGateway(Databases.H2, folder, insurer, settings);
        world.insurer.behave("DeclareClaim", List.of(StubMode.values()), 100, 1, 11, LONGER_THAN_PATIENCE);
        world.insurer.behave("GetClaim", List.of(StubMode.values()), 50, 1, 12, LONGER_THAN_PATIENCE);
        return world;
    }
}
