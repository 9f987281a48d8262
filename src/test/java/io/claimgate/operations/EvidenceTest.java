package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Vault;
import io.claimgate.flow.audit.Sealer;
import io.claimgate.support.Databases;
import io.claimgate.support.DebianPackages;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The evidence of a claim over HTTP, opened and checked as a stranger would who has only the ZIP: hashes, tree and text forms are written
 * here a second time, from what README.txt in it says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EvidenceTest {

    static final class OnH2Test extends EvidenceTest {
        OnH2Test() {
            super(Databases.H2);
        }
    }

    static final class OnPostgresqlTest extends EvidenceTest {
        OnPostgresqlTest() {
            super(Databases.POSTGRESQL);
        }
    }

    private static final String KEY = "CG-DECLARED-1";
    private static final byte[] PDF = large();

    private final Databases database;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final List<String> order = new ArrayList<>();
    private RunningOperations room;
    private Story story;
    private String auditor;
    private Path zip;
    private Path unpacked;

    EvidenceTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void export(@TempDir Path home) throws Exception {
        room = new RunningOperations(database, home);
        story = room.story();
        auditor = room.account("auditor", "*");
        more();
        zip = home.resolve("evidence.zip");
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + room.port + "/api/v1/claims/" + KEY + "/evidence"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString((auditor + ":" + RunningOperations.PASSWORD)
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(zip));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains(KEY + "-evidence.zip"));
        unpacked = Files.createDirectory(home.resolve("unpacked"));
        unpack();
    }

    @AfterAll
    void stop() {
        room.close();
    }

    /** A document of several megabytes that was sent, one that was not, an answer without bytes, bytes that are lost, a decision. */
    private void more() {
        Vault vault = room.context.getBean(Vault.class);
        String receivable = "(select receivable_id from claim_line where claim_key = '" + KEY + "')";
        String document =
                "insert into document (id, creditor, kind, name, sha256, size_bytes, media_type, tie, receivable_id, buyer_id, origin,"
                        + " received_at) values (%s, 'ACME-FR', '%s', '%s', '%s', %s, '%s', '%s', %s, %s, 'erp:acme', timestamp with time zone '2026-06-02 22:30:00+00:00')";
        run(document.formatted(
                901,
                "INVOICE",
                "../../Rechnung <1>.pdf",
                vault.put("ACME-FR", "DOCUMENT", PDF).sha256(),
                PDF.length,
                "application/pdf",
                "receivable/1",
                receivable,
                "null"));
        run(document.formatted(
                902,
                "CONTRACT",
                "contract.txt",
                vault.put("ACME-FR", "DOCUMENT", "We deliver.".getBytes(StandardCharsets.UTF_8))
                        .sha256(),
                11,
                "text/plain",
                "buyer/1",
                "null",
                "(select buyer_id from claim where claim_key = '" + KEY + "')"));
        run(
                "insert into submission (id, claim_key, operation, attempt, state, insurer, creditor, payload_sha256, intent_at, calls)"
                        + " values (901, '" + KEY + "', 'DOCUMENT', 1, 'ACKNOWLEDGED', 'sandbox', 'ACME-FR', '"
                        + Fixture.HASH
                        + "', timestamp with time zone '2026-06-03 08:00:00+00:00', 1)");
        run(
                "insert into transfer (submission_id, claim_key, creditor, channel, name, size_bytes, carried_at, receipt) values (901, '"
                        + KEY + "', 'ACME-FR', 'SFTP', 'ACME-FR_" + KEY
                        + "_1.zip', 10, timestamp with time zone '2026-06-03 08:00:01+00:00', 'R-1')");
        run("insert into transfer_document (submission_id, document_id, name) values (901, 901, '0001-INVOICE.pdf')");
        run(
                "insert into message (direction, partner, operation, creditor, claim_key, sha256, content_type, size_bytes, at, system_at, outcome)"
                        + " values ('IN', 'sandbox', 'DeclareClaim', 'ACME-FR', '" + KEY + "', null, 'text/xml', 0,"
                        + " timestamp with time zone '2026-06-01 21:59:00+00:00', current_timestamp, 'no answer')");
        run(
                "insert into message (direction, partner, operation, creditor, claim_key, sha256, content_type, size_bytes, at, system_at, outcome)"
                        + " values ('IN', 'sandbox', 'GetClaim', 'ACME-FR', '" + KEY + "', '" + "ab".repeat(32)
                        + "', 'text/xml; charset=UTF-8', 5, timestamp with time zone '2026-06-01 22:01:00+00:00', current_timestamp, 'found')");
        run(
                "insert into claim_result (insurer, message_id, claim_key, creditor, kind, channel, status, amount, currency, reason, received_at)"
                        + " values ('sandbox', 'M-1', '" + KEY
                        + "', 'ACME-FR', 'STATUS', 'PUSH', 'ACCEPTED', 8000, 'EUR', '<all of it>', timestamp with time zone '2026-07-01 08:00:00+00:00')");
        run(
                "insert into posting (posting_id, source, creditor, claim_key, buyer_id, cause, event, insurer, insurer_reference, booked_on, currency,"
                        + " text, made_at, config_hash) select 'P-1', 'acme', creditor, claim_key, buyer_id, 'settlement/S-1', 'INDEMNITY', insurer, 'S-1',"
                        + " date '2026-07-01', 'EUR', 'Indemnity <S-1>', timestamp with time zone '2026-07-01 08:00:00+00:00', config_hash from claim"
                        + " where claim_key = '" + KEY + "'");
        run(
                "insert into posting_line (posting_id, line, account, account_label, debit, credit) values ('P-1', 1, '512', 'Bank', 7200, 0)");
        run(
                "insert into posting_line (posting_id, line, account, account_label, debit, credit) values ('P-1', 2, '411', 'Customers', 0, 7200)");
        room.transactions.executeWithoutResult(status -> room.context
                .getBean(EventLog.class)
                .record("document/901", "document.filed", EventLog.MACHINE, "ACME-FR", Map.of("kind", "INVOICE")));
        room.context.getBean(Sealer.class).seal();
        run("delete from event_payload where event_id = (select id from event where stream = 'claim/" + KEY
                + "' and seq = 1)");
    }

    private void run(String sql) {
        room.jdbc.sql(sql).update();
    }

    @Test
    void the_manifest_is_last_and_gives_every_entry() throws Exception {
        // When
        JsonNode manifest = read("manifest.json");

        // Then
        assertThat(order).last().isEqualTo("manifest.json");
        assertThat(order).doesNotHaveDuplicates();
        assertThat(manifest.get("entries").findValuesAsText("name")).isEqualTo(order.subList(0, order.size() - 1));
        for (JsonNode entry : manifest.get("entries")) {
            byte[] bytes = entries.get(entry.get("name").asText());
            assertThat(hex(sha256(bytes)))
                    .as(entry.toString())
                    .isEqualTo(entry.get("sha256").asText());
            assertThat((long) bytes.length).isEqualTo(entry.get("size").asLong());
        }
    }

    @Test
    void a_stranger_proves_every_event_by_the_gateway_s_signature() throws Exception {
        // Given
        JsonNode proof = read("proof.json");
        Map<Long, JsonNode> events = new TreeMap<>();
        for (String line : text("events.jsonl").split("\n")) {
            JsonNode event = json.readTree(line);
            events.put(event.get("id").asLong(), event);
        }
        assertThat(proof.get("unsealed")).isEmpty();
        assertThat(proof.get("events")).hasSize(events.size()).hasSizeGreaterThanOrEqualTo(2);

        int erased = 0;
        for (JsonNode sealed : proof.get("events")) {
            // When
            JsonNode event = events.get(sealed.get("id").asLong());
            String leaf = leaf(event);
            String hash = hex(sha256(concat(new byte[] {0}, leaf.getBytes(StandardCharsets.UTF_8))));
            for (JsonNode step : sealed.get("path")) {
                String sibling = step.get("hash").asText();
                String both = step.get("side").asText().equals("left") ? sibling + hash : hash + sibling;
                hash = hex(sha256(HexFormat.of().parseHex("01" + both)));
            }
            JsonNode block = null;
            for (JsonNode one : proof.get("blocks")) {
                block = one.get("number").asLong() == sealed.get("block").asLong() ? one : block;
            }

            // Then
            assertThat(leaf).isEqualTo(text(sealed.get("file").asText()));
            if (event.get("payload").isNull()) {
                erased++;
            } else {
                assertThat(event.get("commitment").asText()).isEqualTo(commitment(event));
            }
            String header = text(block.get("file").asText());
            assertThat(header).contains("\nmerkleRoot 64:" + hash + "\n");
            assertThat(hex(sha256(header.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(block.get("hash").asText());
            assertThat(signed(header, entries.get(block.get("signatureFile").asText()), block))
                    .isTrue();
        }
        assertThat(erased).as("proven without its payload").isEqualTo(1);
    }

    @Test
    void a_changed_field_proves_no_more() throws Exception {
        // Given
        JsonNode proof = read("proof.json");
        JsonNode block = proof.get("blocks").get(0);
        String header = text(block.get("file").asText());

        // When
        boolean signed = signed(
                header.replace("sealedAt 27:2", "sealedAt 27:1"),
                entries.get(block.get("signatureFile").asText()),
                block);

        // Then
        assertThat(signed).isFalse();
    }

    @Test
    void messages_and_documents_are_there_byte_by_byte_under_names_of_ours() throws Exception {
        // When
        JsonNode summary = read("summary.json");

        // Then
        assertThat(entries.get("messages/" + story.message + "-sent.xml"))
                .isEqualTo("<declare/>\n".getBytes(StandardCharsets.UTF_8));
        assertThat(entries.get("documents/901-INVOICE.pdf")).isEqualTo(PDF);
        assertThat(entries.get("documents/902-CONTRACT.txt")).isEqualTo("We deliver.".getBytes(StandardCharsets.UTF_8));
        assertThat(order).noneMatch(name -> name.contains("..") || name.contains("Rechnung"));
        assertThat(summary.get("messages").findValuesAsText("file"))
                .containsExactly("messages/" + story.message + "-sent.xml", "null", "null");
        assertThat(summary.get("messages").get(2).get("intact").asBoolean())
                .as("bytes that the vault has lost are told")
                .isFalse();
        assertThat(summary.get("documents").findValuesAsText("intact")).containsExactly("true", "true");
        assertThat(summary.get("sendings").get(0).get("name").asText()).isEqualTo("0001-INVOICE.pdf");
    }

    @Test
    void the_summary_tells_utc_and_the_policy_s_time_receipts_dates_and_results() throws Exception {
        // When
        JsonNode summary = read("summary.json");

        // Then
        assertThat(summary.get("zone").asText()).isEqualTo("Europe/Paris");
        JsonNode received = summary.get("documents").get(0).get("receivedAt");
        assertThat(received.get("utc").asText()).isEqualTo("2026-06-02T22:30:00Z");
        assertThat(received.get("local").asText()).as("the next day in Paris").isEqualTo("2026-06-03T00:30:00+02:00");
        assertThat(summary.get("claim").get("declaredAt").get("local").asText()).isEqualTo("2026-06-01T10:00:00+02:00");
        assertThat(summary.get("claim").get("amount").decimalValue()).isEqualByComparingTo("8000.00");
        assertThat(summary.get("submissions").findValuesAsText("receipt")).contains("R-1");
        assertThat(summary.get("deadlines").get(0).get("explanation").asText()).contains("plus 60 days ends the cover");
        assertThat(summary.get("postings").get(0).get("postingId").asText()).isEqualTo("P-1");
        assertThat(summary.get("postingLines").get(1).get("credit").decimalValue())
                .isEqualByComparingTo("7200.00");
        assertThat(read("results.json").get(0).get("status").asText()).isEqualTo("ACCEPTED");
        assertThat(summary.get("sources").get(0).get("name").asText()).isEqualTo("FBL5N_20260601.csv");
        assertThat(summary.get("history").findValuesAsText("what"))
                .containsExactly(
                        "io.claimgate.claim.drafted", "io.claimgate.claim.declared", "io.claimgate.document.filed");
        assertThat(text("summary.html"))
                .contains(
                        "Evidence of claim <span>" + KEY,
                        "2026-06-03T00:30:00+02:00",
                        "&lt;all of it&gt;",
                        "Indemnity &lt;S-1&gt;",
                        "512",
                        "0001-INVOICE.pdf")
                .doesNotContain("<all of it>")
                .containsPattern("<body>\\s*<h1>");
    }

    /** Every command that README.txt gives, as it stands there but for its example numbers. */
    @Test
    void the_readme_s_commands_check_it_all() throws Exception {
        // Given
        DebianPackages.program("/usr/bin/openssl", "openssl");
        DebianPackages.program("/usr/bin/jq", "jq");
        DebianPackages.program("/usr/bin/xxd", "xxd");
        JsonNode proof = read("proof.json");
        JsonNode event = proof.get("events").get(1);
        JsonNode block = proof.get("blocks").get(0);
        List<String> commands = new ArrayList<>();
        for (String part : text("README.txt").split("\n\n")) {
            if (part.startsWith("     ")) {
                commands.add(part.replaceAll("(?m)^     ", "")
                        .replace("42", event.get("id").asText())
                        .replace("block-3", "block-" + block.get("number").asText())
                        .replace("KEY", block.get("keyId").asText()));
            }
        }

        // When
        List<String> answers = new ArrayList<>();
        for (String command : commands) {
            answers.add(shell(command));
        }

        // Then
        assertThat(answers).hasSize(6);
        assertThat(answers.get(0).lines()).hasSize(order.size() - 1).allMatch(line -> line.endsWith(": OK"));
        assertThat(answers.get(1)).contains(commitmentOf(event.get("id").asLong()));
        assertThat(answers.get(2)).startsWith(event.get("leafHash").asText());
        assertThat(answers.get(3))
                .isEqualTo(block.get("merkleRoot").asText() + "\nmerkleRoot 64:"
                        + block.get("merkleRoot").asText() + "\n");
        assertThat(answers.get(4)).startsWith(block.get("hash").asText()).contains("Signature Verified Successfully");
        assertThat(answers.get(5)).startsWith(block.get("keyId").asText());
    }

    private String commitmentOf(long id) throws IOException {
        for (String line : text("events.jsonl").split("\n")) {
            JsonNode event = json.readTree(line);
            if (event.get("id").asLong() == id) {
                return event.get("commitment").asText();
            }
        }
        return "no such event";
    }

    @Test
    void only_who_sees_the_creditor_gets_it() throws Exception {
        // Given
        String foreign = room.account("auditor", "NIPPON");

        // Then
        room.mvc
                .perform(room.get(foreign, "/api/v1/claims/" + KEY + "/evidence"))
                .andExpect(status().isNotFound());
        room.mvc.perform(room.get(auditor, "/api/v1/claims/NONE/evidence")).andExpect(status().isNotFound());
    }

    @Test
    void the_stream_alone_is_a_whole_zip_too() throws Exception {
        // Given
        int found = 0;

        // When
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            while (in.getNextEntry() != null) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
                found++;
            }
        }

        // Then
        assertThat(found).isEqualTo(order.size());
    }

    private void unpack() throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> all = file.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                try (InputStream bytes = file.getInputStream(entry)) {
                    byte[] content = bytes.readAllBytes();
                    order.add(entry.getName());
                    entries.put(entry.getName(), content);
                    Path target = unpacked.resolve(entry.getName());
                    Files.createDirectories(target.getParent());
                    Files.write(target, content);
                }
            }
        }
    }

    private JsonNode read(String name) throws IOException {
        return json.readTree(entries.get(name));
    }

    private String text(String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    private String shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(unpacked.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String leaf(JsonNode event) {
        StringBuilder leaf = new StringBuilder("claimgate-event 1\n");
        for (String name : List.of(
                "id", "stream", "seq", "at", "recordedAt", "actor", "type", "version", "creditor", "commitment")) {
            String value = event.get(name).asText();
            if (name.equals("at") || name.equals("recordedAt")) {
                String second = value.substring(0, 19);
                String fraction = value.length() > 20 ? value.substring(20, value.length() - 1) : "";
                value = second + "." + (fraction + "000000").substring(0, 6) + "Z";
            }
            leaf.append(name)
                    .append(' ')
                    .append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value)
                    .append('\n');
        }
        return leaf.toString();
    }

    private static String commitment(JsonNode event) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(event.get("salt").asText()), "HmacSHA256"));
        return hex(mac.doFinal(event.get("payload").asText().getBytes(StandardCharsets.UTF_8)));
    }

    private boolean signed(String header, byte[] signature, JsonNode block) throws Exception {
        String pem = text("proof/audit-" + block.get("keyId").asText() + ".pub.pem");
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        assertThat(hex(sha256(der))).startsWith(block.get("keyId").asText());
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        check.update(header.getBytes(StandardCharsets.UTF_8));
        return check.verify(signature);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] large() {
        byte[] bytes = new byte[6_000_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
