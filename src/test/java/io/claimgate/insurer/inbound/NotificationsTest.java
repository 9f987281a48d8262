package io.claimgate.insurer.inbound;

import static io.claimgate.insurer.inbound.Envelope.key;
import static io.claimgate.insurer.inbound.Envelope.settlement;
import static io.claimgate.insurer.inbound.Envelope.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.insurer.inbound.Envelope.Token;
import io.claimgate.support.BookedClaims;
import io.claimgate.support.Databases;
import io.claimgate.support.RunningGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint of the running gateway over HTTP, called with messages made by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NotificationsTest {

    private static final Pattern REFERENCE = Pattern.compile("Reference [0-9a-f-]{36}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Databases database;
    private RunningGateway gateway;
    private BookedClaims claims;
    private ClaimKey claim;
    private String username;
    private String password;

    NotificationsTest(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path home) {
        gateway = RunningGateway.start(database, home);
        claims = gateway.claims();
        claim = claims.declared("sandbox", "SB-900001");
        username = gateway.setting("claimgate.sandbox.insurer.username");
        password = gateway.setting("claimgate.sandbox.insurer.password");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void a_status_and_a_settlement_are_receipted_and_kept() {
        // Given
        String first = id();
        String second = id();

        // When
        HttpResponse<String> status = send(Envelope.of(token(), status(first, key(claim), "ACCEPTED")));
        HttpResponse<String> settlement = send(Envelope.of(
                token(), settlement(second, "<insurerClaimNumber>SB-900001</insurerClaimNumber>", "90000.00")));

        // Then
        assertThat(status.statusCode()).as(status.body()).isEqualTo(200);
        assertThat(status.body()).contains("<messageId>" + first + "</messageId>", "<duplicate>false</duplicate>");
        assertThat(settlement.statusCode()).as(settlement.body()).isEqualTo(200);
        assertThat(kept(first)).isEqualTo(1);
        assertThat(kept(second)).isEqualTo(1);
    }

    @Test
    void a_fresh_envelope_of_the_same_message_gets_the_first_receipt() {
        // Given
        String id = id();
        String first = send(Envelope.of(token(), status(id, key(claim), "UNDER_REVIEW")))
                .body();

        // When
        String again = send(Envelope.of(token(), status(id, key(claim), "UNDER_REVIEW")))
                .body();

        // Then
        assertThat(again).contains("<duplicate>true</duplicate>");
        assertThat(between(again, "receivedAt")).isEqualTo(between(first, "receivedAt"));
        assertThat(kept(id)).isEqualTo(1);
    }

    @Test
    void the_same_envelope_again_is_a_security_fault_in_any_writing_of_its_nonce() {
        // Given
        Token token = Token.fresh(username, password);
        String id = id();
        send(Envelope.of(token.header(), status(id, key(claim), "UNDER_REVIEW")));

        // When
        HttpResponse<String> again = send(Envelope.of(token.header(), status(id, key(claim), "UNDER_REVIEW")));
        String split = token.nonce().substring(0, 4) + "\n" + token.nonce().substring(4);
        HttpResponse<String> rewritten =
                send(Envelope.of(token.withNonce(split).header(), status(id(), key(claim), "UNDER_REVIEW")));

        // Then
        securityFault(again);
        securityFault(rewritten);
    }

    @Test
    void other_content_under_the_same_id_is_a_declared_fault() {
        // Given
        String id = id();
        send(Envelope.of(token(), settlement(id, key(claim), "10.00")));

        // When
        HttpResponse<String> other = send(Envelope.of(token(), settlement(id, key(claim), "10.01")));

        // Then
        assertThat(other.statusCode()).isEqualTo(500);
        assertThat(other.body()).contains("RejectedMessage", "<code>REC-002</code>", "<reference>");
        assertThat(kept(id)).isEqualTo(1);
    }

    @Test
    void another_insurers_claim_answers_like_one_that_is_not_there() {
        // Given
        ClaimKey foreign = claims.declared("another", "AN-1");

        // When
        String theirs = send(Envelope.of(token(), status(id(), key(foreign), "ACCEPTED")))
                .body();
        String nobodys = send(Envelope.of(token(), status(id(), key("CG-NEVER-HEARD-OF"), "ACCEPTED")))
                .body();

        // Then
        assertThat(theirs).contains("<code>REC-001</code>");
        assertThat(masked(theirs).replace(foreign.value(), "K"))
                .isEqualTo(masked(nobodys).replace("CG-NEVER-HEARD-OF", "K"));
    }

    @Test
    void a_password_in_text_is_taken_on_this_machine_and_not_stored() {
        // Given
        String id = id();

        // When
        HttpResponse<String> text = send(
                Envelope.of(Token.fresh(username, password).inText().header(), status(id, key(claim), "UNDER_REVIEW")));

        // Then
        assertThat(text.statusCode()).as(text.body()).isEqualTo(200);
        String sha = gateway.sql
                .sql(
                        "select m.sha256 from message m join claim_result r on r.message_ref = m.id where r.message_id = ?")
                .param(id)
                .query(String.class)
                .single();
        String stored = new String(
                gateway.context.getBean(io.claimgate.flow.Vault.class).read(sha), StandardCharsets.UTF_8);
        assertThat(stored).contains(id, "***").doesNotContain(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong password", "unknown name", "no header", "stale", "early", "no nonce", "two tokens"})
    void who_does_not_prove_himself_is_not_let_in(String how) {
        // Given
        String id = id();
        Token right = Token.fresh(username, password);
        String header = switch (how) {
            case "wrong password" -> Token.fresh(username, "guess").header();
            case "unknown name" -> Token.fresh("nobody-" + id, password).header();
            case "no header" -> "";
            case "stale" -> right.made(Instant.now().minusSeconds(400)).header();
            case "early" -> right.made(Instant.now().plusSeconds(400)).header();
            case "no nonce" -> right.inText().withNonce(null).header();
            default -> right.header() + Token.fresh(username, password).header();
        };

        // When
        HttpResponse<String> response = send(Envelope.of(header, status(id, key(claim), "ACCEPTED")));

        // Then
        securityFault(response);
        assertThat(kept(id)).isZero();
        String reference = response.body().replaceAll("(?s).*Reference ([0-9a-f-]{36}).*", "$1");
        assertThat(gateway.sql
                        .sql("select count(*) from event where stream = ? and type = 'io.claimgate.partner.refused'")
                        .param("partner-call/" + reference)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_guesses_must_wait_even_with_the_right_password_and_others_need_not() throws Exception {
        // Given
        for (int i = 0; i < PartnerThrottle.FREE_FOR_A_NAME; i++) {
            sendFrom(
                    "127.0.0.9",
                    Envelope.of(Token.fresh(username, "guess " + i).header(), status(id(), key(claim), "ACCEPTED")));
        }
        String id = id();

        // When
        String right = sendFrom("127.0.0.9", Envelope.of(token(), status(id, key(claim), "ACCEPTED")));
        HttpResponse<String> elsewhere = send(Envelope.of(token(), status(id(), key(claim), "UNDER_REVIEW")));

        // Then
        assertThat(right).contains("FailedAuthentication");
        assertThat(kept(id)).isZero();
        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(gateway.sql
                        .sql("select subject from alert where code = 'SEC-012' and cleared_at is null")
                        .query(String.class)
                        .list())
                .containsExactly("partner/127.0.0.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<status>ACCEPTED</status>            | <status>LOST</status>",
                "2026-07-02T09:30:00+02:00            | 2026-07-02T09:30:00",
                "2026-07-02T09:30:00+02:00            | 2026-02-31T09:30:00Z",
                "2026-07-02T09:30:00+02:00            | 2026-07-02T24:00:00Z",
                "<status>ACCEPTED</status>            | <status>ACCEPTED</status><secret>x</secret>",
                "<status>ACCEPTED</status>            | ''",
                "</NotifyClaimStatus>                 | <acceptedAmount>1e400</acceptedAmount></NotifyClaimStatus>",
                "</NotifyClaimStatus>                 | <acceptedAmount>NaN</acceptedAmount></NotifyClaimStatus>",
                "</NotifyClaimStatus>                 | <acceptedAmount>-0</acceptedAmount></NotifyClaimStatus>",
                "</NotifyClaimStatus>                 | <acceptedAmount>1,5</acceptedAmount></NotifyClaimStatus>",
                "</NotifyClaimStatus>                 | <acceptedAmount>1.00001</acceptedAmount></NotifyClaimStatus>",
                "</messageId>                         | ' with a blank</messageId>'",
                "NotifyClaimStatus                    | NotifyEverything",
                "urn:claimgate:notifications:1        | urn:another",
            })
    void what_is_not_valid_is_a_neutral_fault(String instead, String of) {
        // Given
        String id = id();
        String body = status(id, key(claim), "ACCEPTED").replace(instead, of);

        // When
        HttpResponse<String> response = send(Envelope.of(token(), body));

        // Then
        neutralFault(response);
        assertThat(response.body()).contains("soap:Client");
        assertThat(kept(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>",
                "<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
            })
    void documents_with_types_instructions_or_another_encoding_are_refused_at_once(String prologue) {
        // Given
        String message = prologue + Envelope.of(token(), status(id(), key(claim), "ACCEPTED"));
        long begin = System.nanoTime();

        // When
        HttpResponse<String> response = send(message);

        // Then
        neutralFault(response);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two bodies",
                "two elements",
                "soap 1.2",
                "no envelope",
                "no body",
                "deep",
                "wide",
                "long",
                "empty",
                "garbage"
            })
    void messages_of_another_shape_are_refused(String shape) {
        // Given
        String content = status(id(), key(claim), "ACCEPTED");
        String whole = Envelope.of(token(), content);
        String message = switch (shape) {
            case "two bodies" -> whole.replace("</s:Envelope>", "<s:Body>" + content + "</s:Body></s:Envelope>");
            case "two elements" -> Envelope.of(token(), content + content);
            case "soap 1.2" ->
                whole.replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");
            case "no envelope" -> content;
            case "no body" -> Envelope.of(token(), "");
            case "deep" -> Envelope.of(token(), content.replace("<status>", "<a>".repeat(500) + "<status>"));
            case "wide" -> {
                StringBuilder attributes = new StringBuilder("<status");
                for (int i = 0; i < 100; i++) {
                    attributes.append(" a").append(i).append("=''");
                }
                yield Envelope.of(token(), content.replace("<status", attributes));
            }
            case "long" -> Envelope.of(token(), content.replace("<status>", "<a/>".repeat(5_000) + "<status>"));
            case "empty" -> "";
            default -> "\u0000\u0001 not xml <";
        };

        // When
        HttpResponse<String> response = send(message);

        // Then
        neutralFault(response);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:claimgate:notifications:1:NotifySettlement, 500",
        "urn:another,                                    500",
        "urn:claimgate:notifications:1:NotifyClaimStatus, 200",
        "'',                                             200"
    })
    void the_action_says_what_the_body_says_or_nothing(String action, int expected) throws Exception {
        // Given
        HttpRequest request = HttpRequest.newBuilder(gateway.notifications())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"" + action + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Envelope.of(token(), status(id(), key(claim), "UNDER_REVIEW"))))
                .build();

        // When
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, text/xml,                           gzip, 415",
        "POST, application/soap+xml,               '',   415",
        "POST, multipart/related; boundary=x,      '',   415",
        "POST, text/xml; charset=utf-16,           '',   415",
        "POST, application/x-java-serialized-object, '', 415",
        "GET,  text/xml,                           '',   405",
        "PUT,  text/xml,                           '',   405",
        "HEAD, text/xml,                           '',   405",
        "DELETE, text/xml,                         '',   405"
    })
    void only_plain_xml_is_posted(String method, String type, String coding, int expected) throws Exception {
        // Given
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.notifications()).header("Content-Type", type);
        if (!coding.isEmpty()) {
            request.header("Content-Encoding", coding);
        }
        String message = Envelope.of(token(), status(id(), key(claim), "ACCEPTED"));

        // When
        HttpResponse<String> response = http.send(
                request.method(method, HttpRequest.BodyPublishers.ofString(message))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(response.statusCode()).isEqualTo(expected);
        assertThat(response.body()).doesNotContain("wsdl", "Exception");
    }

    @Test
    void a_large_message_is_refused_before_it_is_read_and_an_endless_one_at_the_limit() throws Exception {
        // Given
        String padding = "<!--" + "x".repeat(1 << 20) + "-->";

        // When
        HttpResponse<String> large = send(
                Envelope.of(token(), status(id(), key(claim), "ACCEPTED")).replace("<s:Body>", padding + "<s:Body>"));
        String endless = endless();

        // Then
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(endless).contains(" 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/soap",
                "/soap/",
                "/soap/services",
                "/soap/notifications/",
                "/soap/notifications/x",
                "/soap/another"
            })
    void nothing_else_answers_below_soap(String path) throws Exception {
        // Given
        URI uri = URI.create("http://127.0.0.1:" + gateway.port + path);

        // When
        int get = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();

        // Then
        assertThat(get).isEqualTo(404);
    }

    @Test
    void headers_of_the_caller_have_no_effect() throws Exception {
        // Given
        String id = id();
        HttpRequest request = HttpRequest.newBuilder(gateway.notifications())
                .header("Content-Type", "text/xml")
                .header("operationName", "NotifySettlement")
                .header("CamelBeanMethodName", "toString")
                .header("camelbeanmethodname", "toString")
                .header("CAMELDESTINATIONOVERRIDEURL", "http://127.0.0.1:1/")
                .header("JMSDestination", "x")
                .POST(HttpRequest.BodyPublishers.ofString(Envelope.of(token(), status(id, key(claim), "UNDER_REVIEW"))))
                .build();

        // When
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(kept(id)).isEqualTo(1);
    }

    /** From another address of this machine. */
    private String sendFrom(String address, String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port, InetAddress.getByName(address), 0)) {
            byte[] body = message.getBytes(StandardCharsets.UTF_8);
            var out = socket.getOutputStream();
            out.write(("POST /soap/notifications HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nConnection: close\r\n"
                            + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Chunk after chunk with no announced length, until an answer comes or the connection ends. */
    private String endless() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /soap/notifications HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + "<".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 17; i++) {
                out.write(chunk);
            }
            out.flush();
            byte[] answer = new byte[200];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(read, 0), StandardCharsets.US_ASCII);
        }
    }

    private String token() {
        return Token.fresh(username, password).header();
    }

    private static String id() {
        return "M-" + UUID.randomUUID().toString().substring(0, 18);
    }

    private HttpResponse<String> send(String message) {
        HttpRequest request = HttpRequest.newBuilder(gateway.notifications())
                .header("Content-Type", "text/xml;charset=UTF-8")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long kept(String messageId) {
        return gateway.sql
                .sql("select count(*) from claim_result where message_id = ?")
                .param(messageId)
                .query(Long.class)
                .single();
    }

    private static void securityFault(HttpResponse<String> response) {
        neutralFault(response);
        assertThat(response.body()).contains("FailedAuthentication");
    }

    private static void neutralFault(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(500);
        assertThat(response.body()).contains("Fault").containsPattern(REFERENCE);
        assertThat(response.body())
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("cvc-", "Unmarshalling", "org.apache", "java.", "wss4j", "passwd", "WSS");
    }

    private static String between(String text, String element) {
        return text.replaceAll("(?s).*<" + element + ">(.*)</" + element + ">.*", "$1");
    }

    private static String masked(String text) {
        return text.replaceAll("<reference>[^<]*</reference>", "");
    }
}
