package io.claimgate.laboratory.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.laboratory.checker.Terms;
import io.claimgate.laboratory.partner.StubMode;
import io.claimgate.support.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F2: an insurer that is still at it when it is asked says "not found"; that counts only after its settleTime. */
class LateInsurerTest {

    private static final int CLAIMS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** The laboratory's insurer settles within 2 s. */
    private static final Duration LATE = Duration.ofMillis(1_500);

    @TempDir
    Path folder;

    @Test
    void a_not_found_while_the_insurer_may_still_be_at_it_makes_nothing_go_twice() {
        try (LiveGateway world = new LiveGateway(Databases.H2, folder, "lab", Map.of())) {
            // Given
            world.insurer.behave("DeclareClaim", List.of(StubMode.ACCEPT_LATE), 100, 1, 1, LATE);

            // When
            world.drop("F", CLAIMS);
            world.awaitDeclared(CLAIMS, LIMIT);
            untilTheInsurerHasTakenWhatItWasAt(world);

            // Then
            assertThat(world.judgeDeclarations(Terms.STRICT)).isEmpty();
        }
    }

    /** A gateway that sends too early is done before the insurer takes the first sending. */
    private static void untilTheInsurerHasTakenWhatItWasAt(LiveGateway world) {
        Instant last = world.insurer.ledger("call").stream()
                .map(call -> Instant.parse(call.path("at").asText()))
                .max(Instant::compareTo)
                .orElseThrow();
        Instant over = last.plus(LATE).plusMillis(500);
        Awaitility.await().atMost(LIMIT).until(() -> Clock.systemUTC().instant().isAfter(over));
    }

    @Test
    void what_goes_again_is_what_was_stored_although_the_buyer_has_another_name_now() {
        try (LiveGateway world = new LiveGateway(Databases.H2, folder, "lab", Map.of())) {
            // Given
            world.insurer.behave("DeclareClaim", List.of(StubMode.ERROR_503), 100, 3, 1, LATE);
            world.drop("F", 1);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> !world.insurer.ledger("call").isEmpty());

            // When
            world.drops.buyers("buyers-1.csv", "F-0", "Another Name");
            world.awaitDeclared(1, LIMIT);

            // Then
            assertThat(world.judgeDeclarations(Terms.STRICT)).isEmpty();
            assertThat(world.insurer.ledger("call")).hasSizeGreaterThan(2);
            assertThat(world.number("select count(*) from buyer where name = 'Another Name'"))
                    .isEqualTo(1);
        }
    }
}
