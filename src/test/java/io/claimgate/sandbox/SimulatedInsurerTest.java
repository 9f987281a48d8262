package io.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.LastLook;
import io.claimgate.sandbox.wsdl.InsurerClaimsPort;
import io.claimgate.sandbox.wsdl.InsurerClaimsService;
import io.claimgate.sandbox.wsdl.ListResults;
import io.claimgate.sandbox.wsdl.TransferDocument;
import io.claimgate.sandbox.wsdl.TransferDocumentResponse;
import io.claimgate.support.Claims;
import io.claimgate.support.SandboxInsurer;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.soap.MTOMFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated insurer over HTTP, called with its own WSDL's classes and with bare bytes. */
class SimulatedInsurerTest {

    private final SandboxInsurer insurer = SandboxInsurer.shared();

    @BeforeEach
    void normal() {
        insurer.behaveNormally();
    }

    @Test
    void a_document_comes_by_mtom_for_a_claim_that_it_holds() throws Exception {
        // Given
        var declaration = Claims.declaration(2_000_001);
        var channel = insurer.channels().of("sandbox");
        channel.declare(declaration.claim().key(), channel.render(declaration), LastLook.NONE);
        byte[] bytes = new byte[300_000];
        new java.util.Random(7).nextBytes(bytes);
        TransferDocument document = new TransferDocument();
        document.setClaimKey(declaration.claim().key().value());
        document.setName("invoice.pdf");
        document.setKind("INVOICE");
        document.setSha256(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        document.setContent(new DataHandler(new ByteArrayDataSource(bytes, "application/octet-stream")));

        // When
        TransferDocumentResponse receipt = port().transferDocument(document);

        // Then
        assertThat(receipt.getReceipt()).startsWith("RC-");
        assertThat(insurer.exchange("GET", "/api/v1/sandbox/insurer/documents", null)
                        .body())
                .contains("\"sha256\":\"" + document.getSha256() + "\"", "\"size\":300000", "\"channel\":\"soap\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<claimKey>CG-1</claimKey><name>a.pdf</name><kind>INVOICE</kind><sha256>short</sha256> | 'short'",
                "<claimKey>CG-1</claimKey><name>a.pdf</name><kind>INVOICE</kind><colour/>              | 'colour'",
                "<claimKey>CG-1</claimKey><name/><kind>INVOICE</kind>                                  | 'Text255'"
            })
    void a_document_whose_message_breaks_the_contract_is_refused(String content, String named) {
        // Given
        String digest = content.contains("sha256") ? "" : "<sha256>" + "a".repeat(64) + "</sha256>";

        // When
        HttpResponse<String> response = post("<TransferDocument xmlns=\"urn:claimgate:insurer-claims:1\">" + content
                + digest + "<content>AAAA</content></TransferDocument>");

        // Then
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("<faultcode>soap:Client</faultcode>", named);
    }

    @Test
    void it_has_no_results_yet() throws Exception {
        assertThat(port().listResults(new ListResults()).getResult()).isEmpty();
    }

    @Test
    void disconnect_ends_the_connection_without_a_byte() throws Exception {
        // Given
        insurer.behave("{\"operation\":\"GetClaim\",\"mode\":\"disconnect\"}");
        URI url = URI.create(insurer.url());
        String body = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><GetClaim"
                + " xmlns=\"urn:claimgate:insurer-claims:1\"><claimKey>CG-1</claimKey></GetClaim></e:Body></e:Envelope>";

        // When
        byte[] answer;
        try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + url.getPath() + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(5_000);
            answer = socket.getInputStream().readAllBytes();
        } catch (java.net.SocketException reset) {
            answer = new byte[0];
        }

        // Then
        assertThat(answer).isEmpty();
    }

    @Test
    void every_third_new_claim_is_affected_at_its_first_call_only() {
        // Given
        Behaviours behaviours = new Behaviours();
        behaviours.set(new Behaviour("DeclareClaim", Behaviour.Mode.REFUSE, 3, 2, null));
        StringBuilder affected = new StringBuilder();

        // When
        for (String key : "a b c c d e f f g h i i".split(" ")) {
            boolean hit = behaviours.next("DeclareClaim", key).mode() == Behaviour.Mode.REFUSE;
            affected.append(hit ? key.toUpperCase(java.util.Locale.ROOT) : key);
        }

        // Then c and f are hit at their first call; i no more: two were asked for
        assertThat(affected).hasToString("abCcdeFfghii");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"operation\":\"Nothing\",\"mode\":\"normal\"} | operation \"Nothing\"",
                "{\"mode\":\"sulk\"}                             | mode \"sulk\"",
                "{\"mode\":\"slow\",\"delay\":\"soon\"}          | delay \"soon\"",
                "{\"mode\":\"slow\",\"every\":0}                 | every \"0\""
            })
    void a_wrong_wish_is_refused_with_its_value(String wish, String message) {
        // When
        var response = insurer.exchange("POST", "/api/v1/sandbox/insurer/behaviour", wish);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(message.replace("\"", "\\\""));
    }

    @Test
    void its_wsdl_is_served() {
        assertThat(insurer.exchange("GET", "/sandbox/insurer/claims.wsdl", null).body())
                .contains("urn:claimgate:insurer-claims:1");
    }

    private HttpResponse<String> post(String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(insurer.url()))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>" + body
                                + "</e:Body></e:Envelope>"))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private InsurerClaimsPort port() {
        InsurerClaimsPort port = new InsurerClaimsService().getInsurerClaimsPort(new MTOMFeature());
        ((BindingProvider) port).getRequestContext().put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, insurer.url());
        return port;
    }
}
