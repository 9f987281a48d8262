package io.claimgate.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.declaration.InsurerChannel;
import io.claimgate.support.Claims;
import io.claimgate.support.SandboxInsurer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real channel against the real simulated insurer over HTTP. */
class SoapChannelTest {

    private static final AtomicLong BUYERS = new AtomicLong(1_000_000);

    private final SandboxInsurer insurer = SandboxInsurer.shared();
    private final InsurerChannel channel = insurer.channels().of("sandbox");
    private final Declaration declaration = Claims.declaration(BUYERS.incrementAndGet());
    private final ClaimKey key = declaration.claim().key();

    @BeforeEach
    void normal() {
        insurer.behaveNormally();
    }

    @Test
    void an_accepted_claim_comes_back_with_number_and_stamp_and_stands_in_the_insurers_ledger() {
        // Given
        byte[] payload = channel.render(declaration);

        // When
        InsurerChannel.Reply<Answer> reply = channel.declare(key, payload, LastLook.NONE);

        // Then
        assertThat(reply.outcome()).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> {
            assertThat(accepted.reference()).startsWith("SB-");
            assertThat(accepted.receivedAt()).isNotNull();
        });
        JsonNode held = insurer.claim(key.value()).orElseThrow();
        assertThat(insurer.exchange("GET", "/api/v1/sandbox/insurer/claims", null)
                        .body())
                .contains("\"claimKey\":\"" + key + "\"", "\"amount\":120000.00,");
        assertThat(held.get("accepts").asInt()).isEqualTo(1);
        assertThat(new String(reply.traffic().response(), StandardCharsets.UTF_8))
                .contains("DeclareClaimResponse");
    }

    @Test
    void asking_finds_what_was_declared_and_denies_what_was_not() {
        // Given
        Query before = channel.ask(key).outcome();
        channel.declare(key, channel.render(declaration), LastLook.NONE);

        // When
        Query after = channel.ask(key).outcome();

        // Then
        assertThat(before).isInstanceOf(Query.NotFound.class);
        assertThat(after)
                .isInstanceOfSatisfying(
                        Query.Found.class, found -> assertThat(found.amount()).isEqualByComparingTo("120000"));
    }

    @ParameterizedTest
    @CsvSource({
        "normal,              Accepted,       1",
        "refuse,              Refused,        0",
        "fault,               OutcomeUnknown, 0",
        "http-503,            NotSent,        0",
        "slow,                Accepted,       1",
        "timeout-before,      OutcomeUnknown, 0",
        "accept-then-timeout, OutcomeUnknown, 1",
        "disconnect,          OutcomeUnknown, 0"
    })
    void every_behaviour_has_its_outcome_class(String mode, String outcome, int accepts) {
        // Given
        insurer.behave("{\"operation\":\"DeclareClaim\",\"mode\":\"" + mode + "\"}");

        // When
        InsurerChannel.Reply<Answer> reply = channel.declare(key, channel.render(declaration), LastLook.NONE);

        // Then
        assertThat(reply.outcome().getClass().getSimpleName())
                .as(reply.outcome().words())
                .isEqualTo(outcome);
        assertThat(insurer.claim(key.value())
                        .map(item -> item.get("accepts").asInt())
                        .orElse(0))
                .isEqualTo(accepts);
    }
}
