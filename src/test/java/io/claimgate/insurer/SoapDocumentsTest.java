package io.claimgate.insurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.declaration.InsurerChannel;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.support.Claims;
import io.claimgate.support.SandboxInsurer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents over the real SOAP channel to the real simulated insurer: MTOM over HTTP. */
class SoapDocumentsTest {

    private static final AtomicLong BUYERS = new AtomicLong(4_000_000);
    private static final ConfigurationFiles FILES = ConfigurationFiles.read(null);
    private static final String NAME = "001_INVOICE_F-1.pdf";

    @TempDir
    Path folder;

    private final SandboxInsurer insurer = SandboxInsurer.shared();
    private final DocumentChannel channel =
            insurer.channels().documents().of("sandbox").get(0);
    private ClaimKey key;

    @BeforeEach
    void a_declared_claim() {
        insurer.behaveNormally();
        Declaration declaration = Claims.declaration(BUYERS.incrementAndGet());
        key = declaration.claim().key();
        InsurerChannel claims = insurer.channels().of("sandbox");
        claims.declare(key, claims.render(declaration), LastLook.NONE);
    }

    @AfterEach
    void normal() {
        insurer.behaveNormally();
    }

    @Test
    void a_document_arrives_byte_for_byte_and_is_found_again_by_name_and_hash() {
        // Given
        Parcel parcel = parcel(100_000);
        Holding before = channel.look(parcel).outcome();

        // When
        DocumentChannel.Reply<Carried> reply = channel.send(parcel, LastLook.NONE);

        // Then
        assertThat(before).isInstanceOf(Holding.NotThere.class);
        assertThat(reply.outcome()).isInstanceOfSatisfying(Carried.Received.class, received -> {
            assertThat(received.receipt()).startsWith("RC-");
            assertThat(channel.look(parcel).outcome())
                    .isEqualTo(new Holding.Held(received.receipt(), received.receivedAt()));
        });
        JsonNode held = insurer.documents(key.value()).get(0);
        assertThat(held.get("sha256").asText()).isEqualTo(parcel.sha256());
        assertThat(held.get("size").asLong()).isEqualTo(100_000);
        assertThat(held.get("kind").asText()).isEqualTo("INVOICE");
        assertThat(held.get("receives").asInt()).isEqualTo(1);
        assertThat(new String(reply.request(), StandardCharsets.UTF_8))
                .contains("<name>" + NAME + "</name>", "href=\"cid:" + parcel.sha256() + "@claimgate\"");
        assertThat(new String(reply.response(), StandardCharsets.UTF_8)).contains("TransferDocumentResponse");
    }

    @Test
    void another_document_of_the_same_name_is_not_taken_for_it() {
        // Given
        channel.send(parcel(1_000), LastLook.NONE);
        Parcel other = parcel(2_000);

        // When
        Holding found = channel.look(other).outcome();

        // Then
        assertThat(found).isInstanceOf(Holding.NotThere.class);
    }

    @ParameterizedTest
    @CsvSource({
        "refuse,              PT0S,    Refused,        0",
        "fault,               PT0S,    OutcomeUnknown, 0",
        "http-503,            PT0S,    NotSent,        0",
        "slow,                PT0.2S,  Received,       1",
        "timeout-before,      PT0.75S, OutcomeUnknown, 0",
        "accept-then-timeout, PT0.75S, OutcomeUnknown, 1",
        "disconnect,          PT0S,    OutcomeUnknown, 0"
    })
    void what_goes_wrong_has_one_of_the_failure_kinds(String mode, String delay, String outcome, int receives) {
        // Given
        Parcel parcel = parcel(50_000);
        insurer.behave("{\"operation\":\"TransferDocument\",\"mode\":\"" + mode + "\",\"delay\":\"" + delay + "\"}");

        // When
        Carried carried = channel.send(parcel, LastLook.NONE).outcome();

        // Then
        insurer.behaveNormally();
        assertThat(carried.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(insurer.documents(key.value())).hasSize(receives);
    }

    @Test
    void an_insurer_that_does_not_know_the_claim_refuses_and_a_damaged_document_is_sent_again() throws IOException {
        // Given
        Parcel sound = parcel(1_000);
        Parcel unknown = new Parcel(
                new ClaimKey("CG-NOBODY"), "ACME-FR", 1, sound.documents(), sound.content(), sound.sha256(), 1_000);
        Files.write(sound.content(), new byte[] {1, 2, 3});

        // When
        Carried stranger = channel.send(unknown, LastLook.NONE).outcome();
        Carried damaged = channel.send(sound, LastLook.NONE).outcome();

        // Then
        assertThat(stranger)
                .isInstanceOfSatisfying(
                        Carried.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("CLAIM_UNKNOWN"));
        assertThat(damaged)
                .isInstanceOfSatisfying(
                        Carried.NotSent.class,
                        notSent -> assertThat(notSent.reason()).contains("DOCUMENT_DAMAGED"));
        assertThat(insurer.documents(key.value())).isEmpty();
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        // Given
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        DocumentChannel deaf = channel("http://127.0.0.1:" + free + "/", 10_000_000);

        // When
        Carried carried = deaf.send(parcel(1_000), LastLook.NONE).outcome();

        // Then
        assertThat(carried).isInstanceOf(Carried.NotSent.class);
    }

    /** The sending thread allocates the same few buffers for 50 MB as for 1 MB. */
    @Test
    void fifty_megabytes_pass_through_less_than_one_of_memory() {
        // Given
        DocumentChannel patient = channel(insurer.url(), 100_000_000);
        // Made before the first call: a connection that stands idle meanwhile may be closed by the server.
        Parcel small = parcel(1 << 20);
        Parcel large = parcel(50 << 20);
        patient.send(parcel(10_000), LastLook.NONE);

        // When
        long forSmall = allocated(() -> patient.send(small, LastLook.NONE));
        long forLarge = allocated(
                () -> assertThat(patient.send(large, LastLook.NONE).outcome()).isInstanceOf(Carried.Received.class));

        // Then
        assertThat(forLarge)
                .as("bytes allocated for 50 MB, after %d for 1 MB", forSmall)
                .isPositive()
                .isLessThan(1 << 20);
        assertThat(insurer.documents(key.value()))
                .anySatisfy(held -> assertThat(held.get("size").asLong()).isEqualTo(50 << 20));
    }

    @Test
    void a_stylesheet_that_puts_the_bytes_nowhere_or_twice_is_a_persons() {
        // Given
        Enclosure enclosure = new Enclosure(folder, "application/pdf", "x@claimgate");
        byte[] nowhere = "<a><b>c</b></a>".getBytes(StandardCharsets.UTF_8);
        byte[] twice =
                ("<a><b>" + Enclosure.MARK + "</b><c>" + Enclosure.MARK + "</c></a>").getBytes(StandardCharsets.UTF_8);
        byte[] once = ("<a><b>" + Enclosure.MARK + "</b></a>").getBytes(StandardCharsets.UTF_8);

        // When
        String message = new String(enclosure.into(once), StandardCharsets.UTF_8);

        // Then
        assertThat(message)
                .isEqualTo("<a><b><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
                        + " href=\"cid:x@claimgate\"/></b></a>");
        assertThatThrownBy(() -> enclosure.into(nowhere)).isInstanceOf(PartnerFailure.Permanent.class);
        assertThatThrownBy(() -> enclosure.into(twice)).isInstanceOf(PartnerFailure.Permanent.class);
    }

    /** By the threads that make the calls, and this one. */
    private static long allocated(Runnable work) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = allocatedByCallers(threads);
        work.run();
        return allocatedByCallers(threads) - before;
    }

    private static long allocatedByCallers(com.sun.management.ThreadMXBean threads) {
        long[] callers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("insurer-call-"))
                .mapToLong(Thread::getId)
                .toArray();
        return Arrays.stream(threads.getThreadAllocatedBytes(callers)).sum();
    }

    private DocumentChannel channel(String url, long largest) {
        InsurerProfile sandbox = new InsurerFiles(key -> "20s")
                .read(List.of(new InsurerFiles.Source(
                        "mappings/insurers/sandbox/insurer.yaml",
                        FILES.texts("mappings/insurers/sandbox", "insurer.yaml")
                                .get("mappings/insurers/sandbox/insurer.yaml"))))
                .profiles()
                .get(0);
        String name = "documents" + BUYERS.incrementAndGet();
        InsurerProfile profile = new InsurerProfile(
                name,
                "sandbox",
                sandbox.soap(),
                sandbox.timeouts(),
                sandbox.settleTime(),
                true,
                sandbox.outcomes(),
                new InsurerProfile.Documents(
                        new InsurerProfile.SoapDocuments("TransferDocument", largest), null, Duration.ofDays(2)),
                sandbox.inbound());
        return new ConfiguredInsurers(
                        insurer.camel(),
                        List.of(profile),
                        FILES::bytes,
                        new Addresses(Map.of("claimgate.sandbox.insurer.url", url)::get, true))
                .documents()
                .of(name)
                .get(0);
    }

    private Parcel parcel(int size) {
        Path file = folder.resolve(size + ".bin");
        try (DigestOutputStream out =
                new DigestOutputStream(Files.newOutputStream(file), MessageDigest.getInstance("SHA-256"))) {
            write(out, size);
            String sha = HexFormat.of().formatHex(out.getMessageDigest().digest());
            Parcel.Content content = new Parcel.Content(NAME, "INVOICE", sha, size, "application/pdf");
            return new Parcel(key, "ACME-FR", 1, List.of(content), file, sha, size);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(OutputStream out, int size) throws IOException {
        byte[] block = new byte[8192];
        new Random(size).nextBytes(block);
        for (int left = size; left > 0; left -= block.length) {
            out.write(block, 0, Math.min(left, block.length));
        }
    }
}
