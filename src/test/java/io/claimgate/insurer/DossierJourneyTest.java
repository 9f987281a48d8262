package io.claimgate.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.support.Claims;
import io.claimgate.support.SandboxInsurer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole dossiers to the real simulated insurer: what it books, what it answers, and what the gateway makes of its misbehaviour. */
class DossierJourneyTest {

    private static final AtomicLong BUYERS = new AtomicLong(7_000_000);

    @TempDir
    static Path home;

    private static SftpKit kit;

    private final SandboxInsurer insurer = SandboxInsurer.shared();
    private final DocumentChannel channel =
            insurer.channels().documents().of("sandbox-dossier").get(0);
    private final Declaration declaration = Claims.declaration(BUYERS.incrementAndGet());
    private final ClaimKey key = declaration.claim().key();

    @BeforeAll
    static void vault() {
        kit = new SftpKit(home);
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @BeforeEach
    void declared() {
        insurer.behaveNormally();
        var claims = insurer.channels().of("sandbox-dossier");
        claims.declare(key, claims.render(declaration), LastLook.NONE);
    }

    @Test
    void a_dossier_is_booked_document_by_document_and_gets_its_receipt() {
        // Given
        Parcel parcel = kit.parcel(key, 1, 100_000);

        // When
        Carried carried = channel.send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(carried).isInstanceOf(Carried.Delivered.class);
        assertThat(channel.look(parcel).outcome()).isInstanceOfSatisfying(Holding.Held.class, held -> {
            assertThat(held.receipt()).startsWith("RD-");
            assertThat(held.receivedAt()).isNotNull();
        });
        assertThat(held())
                .extracting(item ->
                        item.get("name").asText() + " " + item.get("channel").asText() + " "
                                + item.get("sha256").asText() + " "
                                + item.get("receives").asInt())
                .containsExactlyElementsOf(parcel.documents().stream()
                        .map(document -> document.name() + " sftp " + document.sha256() + " 1")
                        .toList());
    }

    @Test
    void the_rest_goes_as_the_next_number() {
        // Given
        channel.send(kit.parcel(key, 1, 10_000), LastLook.NONE);
        Parcel second = kit.parcel(key, 2, 20_000);

        // When
        channel.send(second, LastLook.NONE);

        // Then
        assertThat(channel.look(second).outcome()).isInstanceOf(Holding.Held.class);
        assertThat(second.name()).isEqualTo("ACME-FR_" + key + "_2");
    }

    @ParameterizedTest
    @CsvSource({
        "normal,              Delivered,      Held,     2",
        "refuse,              Delivered,      Refused,  0",
        "no-receipt,          Delivered,      Lies,     2",
        "accept-then-timeout, OutcomeUnknown, Held,     2",
        "timeout-before,      OutcomeUnknown, NotThere, 0",
        "disconnect,          OutcomeUnknown, NotThere, 0"
    })
    void every_behaviour_has_its_outcome(String mode, String sent, String looked, int booked) {
        // Given
        Parcel parcel = kit.parcel(key, 1, 50_000);
        behave(mode);

        // When
        Carried carried = channel.send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(carried.getClass().getSimpleName()).as(carried.words()).isEqualTo(sent);
        Holding holding = channel.look(parcel).outcome();
        assertThat(holding.getClass().getSimpleName()).as(holding.words()).isEqualTo(looked);
        assertThat(held()).hasSize(booked).allMatch(item -> item.get("receives").asInt() == 1);
    }

    @Test
    void what_was_cut_before_it_counted_is_sent_again_and_counts_once() {
        // Given
        Parcel parcel = kit.parcel(key, 1, 50_000);
        behave("disconnect");
        channel.send(parcel, LastLook.NONE);
        insurer.behaveNormally();

        // When
        Carried again = channel.send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(again).isInstanceOf(Carried.Delivered.class);
        assertThat(channel.look(parcel).outcome()).isInstanceOf(Holding.Held.class);
        assertThat(held()).hasSize(2).allMatch(item -> item.get("receives").asInt() == 1);
    }

    @Test
    void a_late_receipt_is_waited_for() {
        // Given
        Parcel parcel = kit.parcel(key, 1, 50_000);
        insurer.behave("{\"operation\":\"TransferDossier\",\"mode\":\"slow\",\"delay\":\"PT1S\"}");
        channel.send(parcel, LastLook.NONE);
        Holding early = channel.look(parcel).outcome();

        // When
        Awaitility.await().until(() -> !(channel.look(parcel).outcome() instanceof Holding.Lies));

        // Then
        assertThat(early).isInstanceOf(Holding.Lies.class);
        assertThat(channel.look(parcel).outcome()).isInstanceOf(Holding.Held.class);
    }

    @Test
    void a_claim_that_the_insurer_does_not_know_has_no_dossier_there() {
        // Given
        Parcel parcel = kit.parcel(10_000);

        // When
        channel.send(parcel, LastLook.NONE);

        // Then
        assertThat(channel.look(parcel).outcome())
                .isInstanceOfSatisfying(
                        Holding.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("CLAIM_UNKNOWN"));
    }

    @Test
    void an_insurer_elsewhere_is_refused_by_the_sandbox() {
        // Given
        DocumentChannel elsewhere = kit.channel(new InsurerProfile.SftpDocuments(
                "192.0.2.1",
                "22",
                "us",
                "/no/key",
                "/no/hosts",
                "in",
                "out",
                1L << 30,
                new InsurerProfile.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(3))));

        // When
        Carried outcome = elsewhere.send(kit.parcel(1_000), LastLook.NONE).outcome();

        // Then
        assertThat(outcome)
                .isEqualTo(new Carried.NotSent("the sandbox calls insurers on loopback only, not 192.0.2.1"));
    }

    @Test
    void a_mode_that_a_way_cannot_have_is_refused() {
        // Given
        String wanted = "{\"operation\":\"TransferDossier\",\"mode\":\"http-503\"}";

        // When
        var answer = insurer.exchange("POST", "/api/v1/sandbox/insurer/behaviour", wanted);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("TransferDossier has none such");
    }

    private void behave(String mode) {
        insurer.behave("{\"operation\":\"TransferDossier\",\"mode\":\"" + mode + "\"}");
    }

    private List<JsonNode> held() {
        return insurer.documents(key.value());
    }
}
