package io.claimgate.insurer.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.support.TestCertificates;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Who gets through the handshake where a certificate is demanded. */
class PartnerConnectorTest {

    private final TestCertificates server = TestCertificates.of("gateway");
    private final TestCertificates insurers = TestCertificates.of("insurer");
    private final TestCertificates untrusted = TestCertificates.of("untrusted");

    @TempDir
    Path folder;

    @Test
    void a_trusted_certificate_gets_through_and_no_other_nor_none() throws Exception {
        // Given
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        Tomcat.addServlet(tomcat.addContext("", folder.toString()), "here", new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                        response.setStatus(request.isSecure() ? 200 : 400);
                    }
                })
                .addMapping("/*");
        PartnerConnector partners = new PartnerConnector(
                settings(0, server.keyStore(folder.resolve("keys.p12"))), InetAddress.getLoopbackAddress());
        tomcat.setConnector(partners.connector());
        tomcat.start();

        try {
            // When
            int right = status(insurers, server, partners.port());

            // Then
            assertThat(right).isEqualTo(200);
            assertThatThrownBy(() -> status(null, server, partners.port())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> status(untrusted, server, partners.port())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> status(insurers, untrusted, partners.port()))
                    .isInstanceOf(IOException.class);
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    @Test
    void a_port_without_its_key_is_refused_with_the_setting() {
        assertThatThrownBy(() -> new PartnerConnector(settings(0, null), null))
                .hasMessageContaining("OPS-008 claimgate.partner.key-store: is not set");
        assertThatThrownBy(() -> new PartnerConnector(settings(0, folder.resolve("none.p12")), null))
                .hasMessageContaining("none.p12 cannot be read");
    }

    @Test
    void without_a_port_there_is_no_connector() {
        // When
        PartnerConnector none = new PartnerConnector(settings(null, null), null);

        // Then
        assertThat(none.connector()).isNull();
        assertThat(none.port()).isZero();
    }

    private PartnerSettings settings(Integer port, Path keyStore) {
        return new PartnerSettings(
                port,
                null,
                ClientCertificate.NEED,
                keyStore,
                TestCertificates.PASSWORD,
                TestCertificates.trustStore(folder.resolve("trust.p12"), insurers),
                TestCertificates.PASSWORD,
                DataSize.ofMegabytes(1),
                Duration.ofMinutes(5));
    }

    private static int status(TestCertificates shown, TestCertificates trusted, int port) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(TestCertificates.client(shown, trusted))
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
