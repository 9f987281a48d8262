package io.claimgate.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.intake.IntakeSettings;
import io.claimgate.intake.Acme;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Papers;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a document is complete: what stands beside it, and for how long it waits. System time is the test's. */
class SideFileWaitTest {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final String LABEL = "{\"kind\":\"TERMS\",\"buyerId\":\"C1\"}";

    @TempDir
    Path folder;

    private final Hands clock = new Hands();
    private IntakeKit kit;
    private Completeness completeness;
    private Path in;

    @BeforeEach
    void start() {
        kit = new IntakeKit(new Stores(Databases.H2), folder.resolve("home"), Map.of("acme", Acme.MAPPING));
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A);
        completeness = new Completeness(
                kit.taking,
                new IntakeSettings(QUIET, Duration.ofMillis(50), Duration.ofSeconds(30), 1000, 1000, 20, 10, WAIT),
                clock);
        in = kit.home.in("acme");
    }

    @Test
    void a_name_that_says_enough_waits_for_nothing_but_quiet() throws IOException {
        // Given
        Path document = put("INVOICE_A.pdf", Papers.pdf("A"));
        boolean atOnce = complete(document);

        // When
        clock.advance(QUIET);

        // Then
        assertThat(atOnce).isFalse();
        assertThat(complete(document)).isTrue();
    }

    @Test
    void a_document_without_a_telling_name_waits_for_its_side_file_and_is_taken_with_it() throws Exception {
        // Given
        Path document = put("terms.pdf", Papers.pdf("T"));
        complete(document);
        clock.advance(Duration.ofSeconds(59));
        boolean lonely = complete(document);

        // When
        Path sideFile = put("terms.pdf.json", Papers.text(LABEL));
        boolean fresh = complete(document);
        clock.advance(QUIET);
        boolean both = complete(document);
        boolean alone = complete(sideFile);
        kit.take("acme", "terms.pdf");
        kit.run();

        // Then
        assertThat(lonely).isFalse();
        assertThat(fresh).as("the side file has just come").isFalse();
        assertThat(both).isTrue();
        assertThat(alone).as("a side file alone").isFalse();
        assertThat(kit.ack("acme", "terms.pdf.ack.json").path("status").asText())
                .isEqualTo("ACCEPTED");
        assertThat(IntakeKit.names(in)).isEmpty();
        assertThat(kit.answers("acme")).containsExactly("invoices.csv.ack.json", "terms.pdf.ack.json");
    }

    @Test
    void when_the_wait_is_over_it_is_taken_and_answered_and_a_late_side_file_waits_for_the_next_one() throws Exception {
        // Given
        Path document = put("terms.pdf", Papers.pdf("T"));
        complete(document);

        // When
        clock.advance(WAIT);
        boolean over = complete(document);
        kit.take("acme", "terms.pdf");
        kit.run();
        put("terms.pdf.json", Papers.text(LABEL));
        String first = kit.ack("acme", "terms.pdf.ack.json")
                .path("reasons")
                .get(0)
                .path("code")
                .asText();
        put("terms.pdf", Papers.pdf("T"));
        kit.take("acme", "terms.pdf");
        kit.run();

        // Then
        assertThat(over).isTrue();
        assertThat(first).isEqualTo("DOS-001");
        assertThat(kit.ack("acme", "terms.pdf.ack.2.json").path("status").asText())
                .isEqualTo("ACCEPTED");
        assertThat(IntakeKit.names(in)).isEmpty();
    }

    @Test
    void a_document_that_still_grows_begins_its_wait_anew() throws IOException {
        // Given
        Path document = put("terms.pdf", Papers.pdf("T"));
        complete(document);
        clock.advance(Duration.ofSeconds(50));

        // When
        put("terms.pdf", Papers.pdf("Terms of sale"));
        complete(document);
        clock.advance(Duration.ofSeconds(50));

        // Then
        assertThat(complete(document)).isFalse();
        clock.advance(Duration.ofSeconds(10));
        assertThat(complete(document)).isTrue();
    }

    @Test
    void what_a_link_or_a_pipe_leads_to_is_no_side_file() throws Exception {
        // Given
        Path elsewhere = Files.write(folder.resolve("elsewhere.json"), Papers.text(LABEL));
        Path linked = put("linked.pdf", Papers.pdf("1"));
        Files.createSymbolicLink(in.resolve("linked.pdf.json"), elsewhere);
        Path piped = put("piped.pdf", Papers.pdf("2"));
        assertThat(new ProcessBuilder("mkfifo", in.resolve("piped.pdf.json").toString())
                        .start()
                        .waitFor())
                .isZero();
        complete(linked);
        complete(piped);
        clock.advance(QUIET);
        boolean early = complete(linked) || complete(piped);

        // When
        clock.advance(WAIT);
        boolean late = complete(linked) && complete(piped);
        kit.take("acme", "linked.pdf");
        kit.take("acme", "piped.pdf");
        kit.run();

        // Then
        assertThat(early).isFalse();
        assertThat(late).isTrue();
        assertThat(kit.count("select count(*) from erp_file where marker is null and status = 'REJECTED'"))
                .isEqualTo(2);
        assertThat(IntakeKit.names(in)).containsExactly("linked.pdf.json", "piped.pdf.json");
    }

    @Test
    void nobody_waits_for_a_side_file_alone() throws IOException {
        // Given
        FolderDrops drops = new FolderDrops(kit.home, kit.sources, kit.taking);

        // When
        drops.drop("acme", "terms.pdf.json", new java.io.ByteArrayInputStream(Papers.text(LABEL)));
        var before = drops.waiting();
        drops.drop("acme", "terms.pdf", new java.io.ByteArrayInputStream(Papers.pdf("T")));

        // Then
        assertThat(before).isEmpty();
        assertThat(drops.waiting()).containsExactly("acme/terms.pdf");
    }

    private Path put(String name, byte[] bytes) throws IOException {
        return Files.write(in.resolve(name), bytes);
    }

    private boolean complete(Path file) throws IOException {
        return completeness.complete("acme", file);
    }

    /** System time that the test moves. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-06-01T08:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
