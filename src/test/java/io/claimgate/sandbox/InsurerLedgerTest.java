package io.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.support.TestClock;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated insurer's own memory: what a run is judged by. */
class InsurerLedgerTest {

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();

    @Test
    void the_same_content_again_gets_the_first_receipt_and_is_counted() throws Exception {
        try (InsurerLedger ledger = new InsurerLedger(folder.resolve("ledger.jsonl"), clock)) {
            // Given
            InsurerLedger.Receipt first = ledger.accept("CG-1", content("10.00"));
            clock.advance(java.time.Duration.ofDays(1));

            // When
            InsurerLedger.Receipt second = ledger.accept("CG-1", content("10.00"));

            // Then
            assertThat(second.duplicate()).isTrue();
            assertThat(second.entry().insurerClaimNumber())
                    .isEqualTo(first.entry().insurerClaimNumber());
            assertThat(second.entry().acceptedAt()).isEqualTo(first.entry().acceptedAt());
            assertThat(ledger.find("CG-1").orElseThrow().accepts()).isEqualTo(2);
            assertThatThrownBy(() -> ledger.accept("CG-1", content("11.00")))
                    .isInstanceOf(InsurerLedger.OtherContent.class);
        }
    }

    @Test
    void after_a_death_in_the_middle_of_a_line_everything_answered_is_there() throws Exception {
        // Given
        Path file = folder.resolve("ledger.jsonl");
        try (InsurerLedger ledger = new InsurerLedger(file, clock)) {
            ledger.called("CG-1");
            ledger.accept("CG-1", content("10.00"));
            ledger.called("CG-2");
            ledger.called("CG-2");
            ledger.accept("CG-2", content("20.00"));
        }
        Files.writeString(file, "{\"type\":\"accept\",\"claimKey\":\"CG-3\",\"num", StandardOpenOption.APPEND);

        // When
        try (InsurerLedger ledger = new InsurerLedger(file, clock)) {
            InsurerLedger.Entry third = ledger.accept("CG-3", content("30.00")).entry();

            // Then
            assertThat(ledger.all()).extracting(InsurerLedger.Entry::claimKey).containsExactly("CG-1", "CG-2", "CG-3");
            assertThat(ledger.find("CG-2").orElseThrow().content()).isEqualTo(content("20.00"));
            assertThat(ledger.calls("CG-2")).isEqualTo(2);
            assertThat(third.insurerClaimNumber()).isEqualTo("SB-000003");
        }
        assertThat(Files.readAllLines(file)).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void eight_at_once_lose_nothing_and_share_no_number() throws Exception {
        // Given
        Path file = folder.resolve("ledger.jsonl");
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (InsurerLedger ledger = new InsurerLedger(file, clock)) {
            // When
            for (int i = 0; i < 400; i++) {
                String key = "CG-" + i % 200;
                callers.submit(() -> ledger.accept(key, content("10.00")));
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        // Then
        try (InsurerLedger ledger = new InsurerLedger(file, clock)) {
            assertThat(ledger.all()).hasSize(200).allMatch(entry -> entry.accepts() == 2);
            assertThat(ledger.all().stream()
                            .map(InsurerLedger.Entry::insurerClaimNumber)
                            .distinct())
                    .hasSize(200);
        }
    }

    @Test
    void a_document_is_kept_under_its_hash_and_counted() throws Exception {
        // Given
        byte[] bytes = "pdf".getBytes(StandardCharsets.UTF_8);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        try (DocumentLedger documents = new DocumentLedger(folder.resolve("documents"), clock)) {
            // When
            documents.receive("CG-1", "../../etc/passwd", "INVOICE", hash, new ByteArrayInputStream(bytes));
            documents.receive("CG-1", "../../etc/passwd", "INVOICE", hash, new ByteArrayInputStream(bytes));

            // Then
            assertThat(documents.all()).singleElement().satisfies(item -> {
                assertThat(item.receives()).isEqualTo(2);
                assertThat(item.size()).isEqualTo(3);
            });
            assertThat(folder.resolve("documents").resolve(hash)).hasBinaryContent(bytes);
            assertThatThrownBy(() ->
                            documents.receive("CG-1", "b", "INVOICE", "0".repeat(64), new ByteArrayInputStream(bytes)))
                    .isInstanceOf(DocumentLedger.WrongHash.class);
        }
    }

    private static InsurerLedger.Content content(String amount) {
        return new InsurerLedger.Content(
                "ACME-2026",
                "ACME-FR",
                "PROTRACTED_DEFAULT",
                "C-1",
                new BigDecimal(amount),
                "EUR",
                List.of(new InsurerLedger.Line("F-1", 1, "2026-03-31", new BigDecimal(amount), "EUR")));
    }
}
