package io.claimgate.insurer.inbound;

import static io.claimgate.insurer.inbound.Envelope.key;
import static io.claimgate.insurer.inbound.Envelope.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.insurer.inbound.Envelope.Token;
import io.claimgate.support.Databases;
import io.claimgate.support.RunningGateway;
import io.claimgate.support.TestCertificates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The partners' own port: mutual TLS, and nothing else on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerPortTest {

    private final TestCertificates server = TestCertificates.of("gateway");
    private final TestCertificates insurers = TestCertificates.of("insurer");
    private final TestCertificates others = TestCertificates.of("other");
    private final TestCertificates unbound = TestCertificates.of("unbound");
    private final TestCertificates untrusted = TestCertificates.of("untrusted");
    private RunningGateway gateway;
    private int partners;
    private ClaimKey claim;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        Path config = home.resolve("config");
        insurer(config, "sandbox", insurers, "");
        insurer(config, "other", others, "insurer: other");
        Path keys = server.keyStore(home.resolve("keys.p12"));
        Path trust = TestCertificates.trustStore(home.resolve("trust.p12"), insurers, others, unbound);
        gateway = RunningGateway.start(
                Databases.H2,
                home.resolve("home"),
                "--claimgate.config=" + config,
                "--claimgate.partner.port=0",
                "--claimgate.partner.client-certificate=want",
                "--claimgate.partner.key-store=" + keys,
                "--claimgate.partner.key-store-password=" + TestCertificates.PASSWORD,
                "--claimgate.partner.trust-store=" + trust,
                "--claimgate.partner.trust-store-password=" + TestCertificates.PASSWORD);
        partners = gateway.context.getBean(PartnerConnector.class).port();
        claim = gateway.claims().declared("sandbox", "SB-800001");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void a_bound_certificate_proves_its_insurer_without_a_password() throws Exception {
        // Given
        String id = id();

        // When
        HttpResponse<String> response = send(insurers, "", id);

        // Then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(insurerOf(id)).isEqualTo("sandbox");
    }

    @Test
    void a_token_over_tls_proves_its_insurer_where_certificates_are_not_demanded() throws Exception {
        // Given
        String id = id();

        // When
        HttpResponse<String> response = send(null, token(), id);

        // Then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(insurerOf(id)).isEqualTo("sandbox");
    }

    @Test
    void a_certificate_that_is_bound_to_nobody_proves_nobody_even_with_a_token() throws Exception {
        // When
        HttpResponse<String> alone = send(unbound, "", id());
        HttpResponse<String> withToken = send(unbound, token(), id());
        HttpResponse<String> nothing = send(null, "", id());
        HttpResponse<String> notTrusted = send(untrusted, "", id());

        // Then
        assertThat(alone.body()).contains("FailedAuthentication");
        assertThat(withToken.body()).contains("FailedAuthentication");
        assertThat(nothing.body()).contains("FailedAuthentication");
        assertThat(notTrusted.body()).contains("FailedAuthentication");
    }

    @Test
    void certificate_and_token_must_be_of_one_insurer() throws Exception {
        // When
        HttpResponse<String> same = send(insurers, token(), id());
        HttpResponse<String> crossed = send(others, token(), id());

        // Then
        assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
        assertThat(crossed.body()).contains("FailedAuthentication");
    }

    @Test
    void another_insurers_certificate_opens_no_claim_of_this_one() throws Exception {
        // When
        HttpResponse<String> response = send(others, "", id());

        // Then
        assertThat(response.body()).contains("<code>REC-001</code>");
    }

    @ParameterizedTest
    @CsvSource({
        "main,     /soap/notifications,           404",
        "main,     /soap/sandbox/insurer,         500",
        "main,     /actuator/health/liveness,     200",
        "partners, /actuator/health/liveness,     404",
        "partners, /login,                        404",
        "partners, /,                             404",
        "partners, /api/v1/claims,                404",
        "partners, /soap/sandbox/insurer,         404",
        "partners, /soap/services,                404",
        "partners, /soap/notifications,           405"
    })
    void each_port_opens_its_own_doors(String port, String path, int expected) throws Exception {
        // Given
        String root = port.equals("main") ? "http://127.0.0.1:" + gateway.port : "https://127.0.0.1:" + partners;

        // When
        int status = client(insurers)
                .send(HttpRequest.newBuilder(URI.create(root + path)).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();

        // Then
        assertThat(status).isEqualTo(expected);
    }

    private HttpResponse<String> send(TestCertificates shown, String header, String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + partners + "/soap/notifications"))
                .header("Content-Type", "text/xml")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(Envelope.of(header, status(id, key(claim), "UNDER_REVIEW"))))
                .build();
        return client(shown).send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpClient client(TestCertificates shown) {
        return HttpClient.newBuilder()
                .sslContext(TestCertificates.client(shown, server))
                .build();
    }

    private String token() {
        return Token.fresh(
                        gateway.setting("claimgate.sandbox.insurer.username"),
                        gateway.setting("claimgate.sandbox.insurer.password"))
                .header();
    }

    private String insurerOf(String id) {
        return gateway.sql
                .sql("select insurer from claim_result where message_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static String id() {
        return "M-" + UUID.randomUUID().toString().substring(0, 18);
    }

    /** As the shipped insurer, with a certificate; another one has no password. */
    private static void insurer(Path config, String name, TestCertificates certificate, String heading)
            throws IOException {
        Path from = Path.of("mappings/insurers/sandbox");
        Path to = Files.createDirectories(config.resolve("mappings/insurers/" + name));
        for (String file :
                new String[] {"declare.xsl", "query.xsl", "answer.xsl", "documents.xsl", "list.xsl", "results.xsl"}) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
        String text = Files.readString(from.resolve("insurer.yaml"))
                .replace("inbound:\n", "inbound:\n  certificates: [" + certificate.fingerprint() + "]\n");
        Files.writeString(
                to.resolve("insurer.yaml"),
                heading.isEmpty()
                        ? text
                        : text.replace("insurer: sandbox", heading).replaceAll("(?m)^  (username|password): .*\n", ""));
    }
}
