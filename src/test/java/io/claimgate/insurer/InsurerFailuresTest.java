package io.claimgate.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.claim.ClaimKey;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.Query;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.declaration.InsurerChannel;
import io.claimgate.support.Claims;
import io.claimgate.support.SandboxInsurer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F3: whatever an insurer's server answers, it falls into the right class; the table is complete, and nothing is sent twice. */
class InsurerFailuresTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ConfigurationFiles FILES = ConfigurationFiles.read(null);
    private static final ClaimKey KEY = Claims.declaration(7).claim().key();
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ACCEPTED =
            envelope("<i:DeclareClaimResponse xmlns:i=\"urn:claimgate:insurer-claims:1\"><i:claimKey>"
                    + KEY
                    + "</i:claimKey><i:claimNumber>N-1</i:claimNumber><i:receivedAt>2026-06-01T08:00:00Z</i:receivedAt>"
                    + "<i:duplicate>false</i:duplicate></i:DeclareClaimResponse>");

    static List<Arguments> answers() {
        return List.of(
                row("a receipt", xml(200, ACCEPTED), Answer.Accepted.class),
                row("a receipt of another claim", xml(200, ACCEPTED.replace(KEY.value(), "CG-OTHER")), unknown()),
                row(
                        "a receipt without a number",
                        xml(200, ACCEPTED.replace("<i:claimNumber>N-1</i:claimNumber>", "")),
                        unknown()),
                row(
                        "a receipt that says it twice",
                        xml(
                                200,
                                ACCEPTED.replace(
                                        "</i:DeclareClaimResponse>",
                                        "<i:claimKey>X</i:claimKey></i:DeclareClaimResponse>")),
                        unknown()),
                row("half a receipt", xml(200, ACCEPTED.substring(0, ACCEPTED.length() - 40)), unknown()),
                row("a body shorter than announced", shorter(ACCEPTED), unknown()),
                row("other XML", xml(200, "<order xmlns=\"urn:other\"><id>1</id></order>"), unknown()),
                row("other XML in an envelope", xml(200, envelope("<order xmlns=\"urn:other\"/>")), unknown()),
                row(
                        "a status instead of a receipt",
                        xml(
                                200,
                                envelope("<GetClaimResponse xmlns=\"urn:claimgate:insurer-claims:1\"><claimKey>" + KEY
                                        + "</claimKey></GetClaimResponse>")),
                        unknown()),
                row(
                        "a DOCTYPE",
                        xml(
                                200,
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                        + ACCEPTED.replace("N-1", "&e;")),
                        unknown()),
                row("nothing at all", xml(200, ""), unknown()),
                row("text", http(200, "text/plain", "OK"), unknown()),
                row("500 with an HTML page", http(500, "text/html", "<html><body>Error</body></html>"), unknown()),
                row("200 with an HTML page", http(200, "text/html", "<html><body>Login</body></html>"), unknown()),
                row("502 with an HTML page", http(502, "text/html", "<html/>"), unknown()),
                row("500 with nothing", xml(500, ""), unknown()),
                row("503", http(503, "text/html", "<html>later</html>"), Answer.NotSent.class),
                row("429", http(429, "text/plain", "slow down"), Answer.NotSent.class),
                row("401", http(401, "text/plain", "who are you"), Answer.NotSent.class),
                row("403", http(403, "text/html", "no"), Answer.NotSent.class),
                row("404", http(404, "text/html", "no"), Answer.NotSent.class),
                row("400", http(400, "text/plain", "what"), Answer.Refused.class),
                row("302, which is not followed", moved(), unknown()),
                row("fault Server", xml(500, fault("soap:Server", "")), unknown()),
                row("fault Client", xml(500, fault("soap:Client", "")), Answer.Refused.class),
                row("fault with status 200", xml(200, fault("soap:Client", "")), Answer.Refused.class),
                row(
                        "the declared refusal",
                        xml(500, fault("soap:Server", refusal("CLAIM_REFUSED"))),
                        Answer.Refused.class),
                row(
                        "a conflict of keys",
                        xml(500, fault("soap:Server", refusal("CLAIM_KEY_CONFLICT"))),
                        Answer.Refused.class),
                row("busy", xml(500, fault("soap:Server", refusal("TEMPORARILY_UNAVAILABLE"))), Answer.NotSent.class),
                row("already there", xml(500, fault("soap:Client", refusal("DUPLICATE"))), unknown()),
                row("a code nobody knows", xml(500, fault("soap:Server", refusal("E4711"))), unknown()),
                row("a detail nobody knows", xml(500, fault("soap:Server", "<x xmlns=\"urn:x\"/>")), unknown()),
                row("the connection cut after reading", connection -> {}, unknown()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void every_answer_falls_into_its_class_and_the_request_leaves_once(
            String name, Consumer<Stub.Connection> answer, Class<?> outcome) throws IOException {
        try (Stub stub = new Stub(answer)) {
            // Given
            InsurerChannel channel = channel(stub.url());

            // When
            InsurerChannel.Reply<Answer> reply =
                    channel.declare(KEY, channel.render(Claims.declaration(7)), LastLook.NONE);

            // Then
            assertThat(reply.outcome())
                    .as(name + ": " + reply.outcome().words())
                    .isInstanceOf(outcome);
            assertThat(stub.requests()).isEqualTo(1);
        }
    }

    @Test
    void what_the_last_look_forbids_does_not_leave() throws IOException {
        AtomicInteger looks = new AtomicInteger();
        try (Stub stub = new Stub(connection -> {})) {
            // Given
            InsurerChannel channel = channel(stub.url());
            byte[] payload = channel.render(Claims.declaration(7));

            // When
            Answer answer = channel.declare(KEY, payload, () -> {
                        looks.incrementAndGet();
                        return Optional.of("outgoing was paused");
                    })
                    .outcome();

            // Then
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.NotSent.class,
                            held -> assertThat(held.reason()).contains("outgoing was paused"));
            assertThat(looks).hasValue(1);
            assertThat(stub.requests()).isZero();
        }
    }

    @Test
    void a_last_look_that_fails_forbids_it_too() throws IOException {
        try (Stub stub = new Stub(connection -> {})) {
            // Given
            InsurerChannel channel = channel(stub.url());
            byte[] payload = channel.render(Claims.declaration(7));

            // When
            Answer answer = channel.declare(KEY, payload, () -> {
                        throw new IllegalStateException("no database");
                    })
                    .outcome();

            // Then
            assertThat(answer).isInstanceOf(Answer.NotSent.class);
            assertThat(stub.requests()).isZero();
        }
    }

    /** While a connection is made much can happen: the look comes after it. */
    @Test
    void the_last_look_is_taken_when_the_connection_stands() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // Given
            InsurerChannel channel = channel("http://127.0.0.1:" + server.getLocalPort() + "/");
            byte[] payload = channel.render(Claims.declaration(7));

            // When
            channel.declare(KEY, payload, () -> {
                asked.addAndGet(accepts(server) ? 1 : 100);
                return Optional.of("seen");
            });

            // Then
            assertThat(asked).hasValue(1);
        }
    }

    /** Whether somebody is connected already. */
    private static boolean accepts(ServerSocket server) {
        try {
            server.setSoTimeout(1000);
            server.accept().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        // Given
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        // When
        Answer answer = channel("http://127.0.0.1:" + port + "/")
                .declare(
                        KEY,
                        "<DeclareClaim xmlns='urn:claimgate:insurer-claims:1'/>"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        LastLook.NONE)
                .outcome();

        // Then
        assertThat(answer).as(answer.words()).isInstanceOf(Answer.NotSent.class);
    }

    @Test
    void a_peer_that_dies_on_a_kept_connection_gets_the_request_once() throws IOException {
        AtomicInteger answered = new AtomicInteger();
        Consumer<Stub.Connection> firstAnswersThenCuts = connection -> {
            if (answered.incrementAndGet() == 1) {
                connection.keep(xmlBytes(200, ACCEPTED));
            }
        };
        try (Stub stub = new Stub(firstAnswersThenCuts)) {
            // Given a connection that was used and kept
            InsurerChannel channel = channel(stub.url());
            byte[] payload = channel.render(Claims.declaration(7));
            Answer first = channel.declare(KEY, payload, LastLook.NONE).outcome();

            // When the server reads the next request on it and cuts
            Answer second = channel.declare(KEY, payload, LastLook.NONE).outcome();

            // Then
            assertThat(first).isInstanceOf(Answer.Accepted.class);
            assertThat(second).isInstanceOf(Answer.OutcomeUnknown.class);
            assertThat(stub.requests()).isEqualTo(2);
        }
    }

    @Test
    void a_server_that_never_ends_is_left_after_the_outer_limit() throws IOException {
        // Given a byte every now and then, so that no read ever times out
        try (Stub stub = new Stub(Stub.Connection::trickle)) {
            InsurerChannel channel = channel(stub.url());
            long start = System.nanoTime();

            // When
            Answer answer = channel.declare(KEY, channel.render(Claims.declaration(7)), LastLook.NONE)
                    .outcome();

            // Then
            assertThat(answer).isInstanceOf(Answer.OutcomeUnknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            assertThat(stub.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void every_answer_to_a_question_falls_into_its_class(
            String name, Consumer<Stub.Connection> answer, Class<?> outcome) throws IOException {
        try (Stub stub = new Stub(answer)) {
            // When
            Query query = channel(stub.url()).ask(KEY).outcome();

            // Then
            assertThat(query).as(name + ": " + query.words()).isInstanceOf(outcome);
        }
    }

    static List<Arguments> questions() {
        String none = envelope("<GetClaimResponse xmlns=\"urn:claimgate:insurer-claims:1\"><claimKey>" + KEY
                + "</claimKey></GetClaimResponse>");
        String found = none.replace(
                "</claimKey>",
                "</claimKey><claim><claimNumber>N-1</claimNumber><receivedAt>2026-06-01T08:00:00Z</receivedAt><amount>1.00</amount>"
                        + "<currency>EUR</currency></claim>");
        return List.of(
                row("found", xml(200, found), Query.Found.class),
                row("not found", xml(200, none), Query.NotFound.class),
                row(
                        "not found, by a fault",
                        xml(500, fault("soap:Client", refusal("CLAIM_UNKNOWN"))),
                        Query.NotFound.class),
                row("about another claim", xml(200, none.replace(KEY.value(), "CG-OTHER")), Query.Unanswered.class),
                row("404 is no denial", http(404, "text/html", "no"), Query.Unanswered.class),
                row("503", http(503, "text/html", "no"), Query.Unanswered.class),
                row("a receipt", xml(200, ACCEPTED), Query.Unanswered.class),
                row("cut", connection -> {}, Query.Unanswered.class));
    }

    @Test
    void the_sandbox_calls_nobody_but_loopback() {
        // When
        Answer answer = channel("http://192.0.2.1/")
                .declare(KEY, "<a/>".getBytes(java.nio.charset.StandardCharsets.UTF_8), LastLook.NONE)
                .outcome();

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotSent.class,
                        notSent -> assertThat(notSent.reason()).contains("loopback only"));
    }

    private static InsurerChannel channel(String url) {
        String name = "stub" + NUMBER.incrementAndGet();
        InsurerProfile sandbox = new InsurerFiles(key -> "600ms")
                .read(List.of(new InsurerFiles.Source(
                        "mappings/insurers/sandbox/insurer.yaml",
                        FILES.texts("mappings/insurers/sandbox", "/insurer.yaml")
                                .values()
                                .iterator()
                                .next())))
                .profiles()
                .get(0);
        InsurerProfile profile = new InsurerProfile(
                name,
                "sandbox",
                sandbox.soap(),
                sandbox.timeouts(),
                sandbox.settleTime(),
                sandbox.idempotentByClaimKey(),
                sandbox.outcomes(),
                sandbox.documents(),
                sandbox.inbound());
        return new ConfiguredInsurers(
                        SandboxInsurer.shared().camel(),
                        List.of(profile),
                        FILES::bytes,
                        new Addresses(Map.of("claimgate.sandbox.insurer.url", url)::get, true))
                .of(name);
    }

    private static Arguments row(String name, Consumer<Stub.Connection> answer, Class<?> outcome) {
        return Arguments.of(name, answer, outcome);
    }

    private static Class<?> unknown() {
        return Answer.OutcomeUnknown.class;
    }

    private static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private static String fault(String code, String detail) {
        return envelope("<soap:Fault><faultcode>" + code + "</faultcode><faultstring>It is so.</faultstring>"
                + (detail.isEmpty() ? "" : "<detail>" + detail + "</detail>") + "</soap:Fault>");
    }

    private static String refusal(String code) {
        return "<RefusedMessage xmlns=\"urn:claimgate:insurer-claims:1\"><code>" + code
                + "</code><message>Because.</message></RefusedMessage>";
    }

    private static Consumer<Stub.Connection> xml(int status, String body) {
        return http(status, "text/xml", body);
    }

    private static Consumer<Stub.Connection> http(int status, String type, String body) {
        return connection -> connection.write(Stub.response(status, type, body));
    }

    private static byte[] xmlBytes(int status, String body) {
        return Stub.response(status, "text/xml", body);
    }

    private static Consumer<Stub.Connection> moved() {
        return connection -> connection.write(("HTTP/1.1 302 Found\r\nLocation: " + connection.url()
                        + "elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static Consumer<Stub.Connection> shorter(String body) {
        return connection -> connection.write(("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: "
                        + (body.length() + 100) + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
