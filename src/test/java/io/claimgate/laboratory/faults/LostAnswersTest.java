package io.claimgate.laboratory.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.laboratory.checker.Terms;
import io.claimgate.laboratory.partner.StubMode;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F2: the insurer takes a claim and its answer is lost. {@code -Dfaults.claims=10000} for the figure of the book. */
class LostAnswersTest {

    private static final int CLAIMS = Integer.getInteger("faults.claims", 40);
    private static final int LOST_PERCENT = 30;
    private static final Duration LONGER_THAN_PATIENCE = Duration.ofMillis(1_500);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void with_three_lost_answers_in_ten_no_claim_is_lost_and_none_doubled(Databases database) {
        try (LiveGateway world = new LiveGateway(database, folder, "lab", Map.of())) {
            // Given
            world.insurer.behave(
                    "DeclareClaim",
                    List.of(StubMode.ACCEPT_THEN_CUT, StubMode.ACCEPT_THEN_CUT, StubMode.ACCEPT_THEN_TIMEOUT),
                    LOST_PERCENT,
                    Integer.MAX_VALUE,
                    7,
                    LONGER_THAN_PATIENCE);

            // When
            world.drop("F", CLAIMS);
            world.awaitDeclared(CLAIMS, Duration.ofMinutes(3).plusMillis(150L * CLAIMS));

            // Then
            assertThat(world.judgeDeclarations(Terms.STRICT)).isEmpty();
            assertThat(world.number("select count(*) from message where operation = 'GetClaim' and direction = 'OUT'"))
                    .as("answers that were really lost, and asked for")
                    .isGreaterThan(CLAIMS * (LOST_PERCENT - 10) / 100);
        }
    }
}
