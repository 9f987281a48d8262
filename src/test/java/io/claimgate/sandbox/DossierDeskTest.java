package io.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulated insurer takes in, over real files: sound dossiers once and whole, and nothing of the others. */
class DossierDeskTest {

    private static final String NAME = "C_CG-1_1";
    private static final Behaviour NORMAL = new Behaviour(Behaviour.DOSSIERS, Behaviour.Mode.NORMAL, null, null, null);
    private static final byte[] FIRST = "first".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SECOND = "second".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path home;

    private InsurerLedger claims;
    private DocumentLedger documents;
    private DossierDesk desk;

    @BeforeEach
    void open() throws IOException, InsurerLedger.OtherContent {
        Files.createDirectories(home.resolve("dossiers"));
        Files.createDirectories(home.resolve("receipts"));
        claims = new InsurerLedger(home.resolve("ledger.jsonl"), new TestClock());
        claims.accept(
                "CG-1",
                new InsurerLedger.Content("P", "C", "PROTRACTED_DEFAULT", "D", BigDecimal.TEN, "EUR", List.of()));
        restart();
    }

    private void restart() {
        documents = new DocumentLedger(home.resolve("documents"), new TestClock());
        desk = new DossierDesk(
                home.resolve("dossiers"), new Receipts(home.resolve("receipts"), Duration.ZERO), claims, documents);
    }

    @AfterEach
    void close() throws IOException {
        claims.close();
        documents.close();
    }

    @Test
    void a_sound_dossier_is_booked_whole_and_its_bytes_are_kept() throws Exception {
        // Given
        lay(zip(entry("a.pdf", FIRST), entry("b.pdf", SECOND)), UnaryOperator.identity());

        // When
        desk.take(NAME + ".manifest.xml", NORMAL);

        // Then
        assertThat(receipt()).contains("<accepted><number>RD-000001</number>");
        assertThat(documents.all())
                .extracting(DocumentLedger.Item::name, DocumentLedger.Item::receives)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.pdf", 1),
                        org.assertj.core.groups.Tuple.tuple("b.pdf", 1));
        assertThat(home.resolve("documents").resolve(sha(SECOND))).hasBinaryContent(SECOND);
    }

    @Test
    void a_dossier_that_comes_again_counts_again() throws Exception {
        // Given
        lay(zip(entry("a.pdf", FIRST), entry("b.pdf", SECOND)), UnaryOperator.identity());
        desk.take(NAME + ".manifest.xml", NORMAL);

        // When
        desk.take(NAME + ".manifest.xml", NORMAL);

        // Then
        assertThat(documents.all()).extracting(DocumentLedger.Item::receives).containsExactly(2, 2);
        assertThat(receipt()).contains("RD-000001");
    }

    @Test
    void after_a_death_what_has_no_receipt_is_taken_in_and_what_is_booked_is_not_booked_again() throws Exception {
        // Given
        lay(zip(entry("a.pdf", FIRST), entry("b.pdf", SECOND)), UnaryOperator.identity());
        desk.catchUp();
        Files.delete(home.resolve("receipts/" + NAME + ".receipt.xml"));
        documents.close();
        restart();

        // When
        desk.catchUp();

        // Then
        assertThat(receipt()).contains("RD-000001");
        assertThat(documents.all()).extracting(DocumentLedger.Item::receives).containsExactly(1, 1);
    }

    static Stream<Arguments> unsound() throws Exception {
        byte[] sound = zip(entry("a.pdf", FIRST), entry("b.pdf", SECOND));
        byte[] damaged = sound.clone();
        damaged[40] ^= 1;
        return Stream.of(
                row(
                        "the archive has other bytes",
                        damaged,
                        xml -> xml.replace(shaText(damaged), shaText(sound)),
                        "ARCHIVE_DAMAGED"),
                row(
                        "the archive has another size",
                        sound,
                        xml -> xml.replace("<size>" + sound.length, "<size>1" + sound.length),
                        "ARCHIVE_DAMAGED"),
                row("it is no ZIP file", "PKno".getBytes(StandardCharsets.US_ASCII), xml -> xml, "DOCUMENT_MISSING"),
                row("a document is missing", zip(entry("a.pdf", FIRST)), xml -> xml, "DOCUMENT_MISSING"),
                row(
                        "a document is too many",
                        zip(entry("a.pdf", FIRST), entry("b.pdf", SECOND), entry("c.pdf", FIRST)),
                        xml -> xml,
                        "ARCHIVE_REFUSED"),
                row(
                        "a document has other bytes",
                        zip(entry("a.pdf", FIRST), entry("b.pdf", FIRST)),
                        xml -> xml,
                        "DOCUMENT_DAMAGED"),
                row(
                        "an entry climbs out",
                        zip(entry("../../evil.sh", FIRST), entry("a.pdf", FIRST), entry("b.pdf", SECOND)),
                        xml -> xml,
                        "ARCHIVE_REFUSED"),
                row("an entry unpacks to more than was announced", bomb(), xml -> xml, "DOCUMENT_DAMAGED"),
                row(
                        "it says that it unpacks to a bomb",
                        sound,
                        xml -> xml.replace("<size>5</size>", "<size>9999999999</size>"),
                        "ARCHIVE_REFUSED"),
                row(
                        "sizes that cannot be added",
                        sound,
                        xml -> xml.replace("<size>5</size>", "<size>9223372036854775807</size>"),
                        "MANIFEST_INVALID"),
                row("a name with a path", sound, xml -> xml.replace("a.pdf", "../a.pdf"), "MANIFEST_INVALID"),
                row(
                        "the manifest of another archive",
                        sound,
                        xml -> xml.replace(NAME + ".zip", "other.zip"),
                        "MANIFEST_INVALID"),
                row(
                        "an unknown claim",
                        sound,
                        xml -> xml.replace("CG-1</claimKey>", "CG-2</claimKey>"),
                        "CLAIM_UNKNOWN"),
                row("half a manifest", sound, xml -> xml.substring(0, 300), "MANIFEST_INVALID"),
                row(
                        "an entity",
                        sound,
                        xml -> "<!DOCTYPE m [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + xml.replace("CG-1<", "&e;<"),
                        "MANIFEST_INVALID"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsound")
    void an_unsound_dossier_is_refused_and_nothing_of_it_is_booked(
            String what, byte[] archive, UnaryOperator<String> manifest, String code) throws Exception {
        // Given
        lay(archive, manifest);

        // When
        desk.take(NAME + ".manifest.xml", NORMAL);

        // Then
        assertThat(receipt()).contains("<refused><code>" + code + "</code>");
        assertThat(documents.all()).isEmpty();
        assertThat(Files.exists(home.resolve("evil.sh")) || Files.exists(home.resolveSibling("evil.sh")))
                .isFalse();
    }

    private static Arguments row(String what, byte[] archive, UnaryOperator<String> manifest, String code) {
        return Arguments.of(what, archive, manifest, code);
    }

    private void lay(byte[] archive, UnaryOperator<String> change) throws Exception {
        Files.write(home.resolve("dossiers/" + NAME + ".zip"), archive);
        String xml =
                "<manifest xmlns=\"urn:claimgate:dossier:1\"><claimKey>CG-1</claimKey><creditor>C</creditor><number>1</number><archive><name>"
                        + NAME + ".zip</name><size>" + archive.length + "</size><sha256>" + shaText(archive)
                        + "</sha256></archive>" + document("a.pdf", FIRST) + document("b.pdf", SECOND) + "</manifest>";
        Files.writeString(home.resolve("dossiers/" + NAME + ".manifest.xml"), change.apply(xml));
    }

    private static String document(String name, byte[] bytes) throws Exception {
        return "<document><name>" + name + "</name><kind>INVOICE</kind><mediaType>application/pdf</mediaType><size>"
                + bytes.length + "</size><sha256>" + sha(bytes) + "</sha256></document>";
    }

    private String receipt() throws IOException {
        return Files.readString(home.resolve("receipts/" + NAME + ".receipt.xml"));
    }

    private record Entry(String name, byte[] bytes) {}

    private static Entry entry(String name, byte[] bytes) {
        return new Entry(name, bytes);
    }

    private static byte[] zip(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.bytes());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Its first entry begins as announced and goes on for 50 MB. */
    private static byte[] bomb() throws IOException {
        byte[] much = new byte[50 << 20];
        System.arraycopy(FIRST, 0, much, 0, FIRST.length);
        return zip(entry("a.pdf", much), entry("b.pdf", SECOND));
    }

    private static String shaText(byte[] bytes) {
        try {
            return sha(bytes);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
