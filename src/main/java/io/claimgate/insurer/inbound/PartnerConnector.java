package io.claimgate.insurer.inbound;

import java.net.InetAddress;
import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;

/** The partners' own TLS connector: another one than people's, because one connector cannot be plain and demand client certificates. */
public final class PartnerConnector {

    private static final int MOST_CONNECTIONS = 200;

    private final @Nullable Connector connector;

    /**
     * @param settings without a port there is none
     * @param usual where the server listens else; null: everywhere
     * @throws IllegalStateException if a store is missing
     */
    public PartnerConnector(PartnerSettings settings, @Nullable InetAddress usual) {
        connector = settings.port() == null ? null : made(settings, settings.port(), usual);
    }

    /** Null where partners have none of their own. */
    public @Nullable Connector connector() {
        return connector;
    }

    /** The port as it really is; 0 where there is none. */
    public int port() {
        return connector == null ? 0 : connector.getLocalPort();
    }

    private static Connector made(PartnerSettings settings, int port, @Nullable InetAddress usual) {
        Connector made = new Connector(Http11NioProtocol.class.getName());
        made.setPort(port);
        made.setSecure(true);
        made.setScheme("https");
        made.setXpoweredBy(false);
        made.setAllowTrace(false);
        AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) made.getProtocolHandler();
        InetAddress address = settings.address() == null ? usual : settings.address();
        if (address != null) {
            protocol.setAddress(address);
        }
        protocol.setMaxConnections(MOST_CONNECTIONS);
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(tls(settings));
        return made;
    }

    private static SSLHostConfig tls(PartnerSettings settings) {
        SSLHostConfig tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.2+TLSv1.3");
        tls.setCertificateVerification(
                settings.clientCertificate() == ClientCertificate.NEED ? "required" : "optional");
        tls.setTruststoreType("PKCS12");
        tls.setTruststoreFile(needed("trust-store", settings.trustStore()));
        tls.setTruststorePassword(settings.trustStorePassword());
        SSLHostConfigCertificate own = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        own.setCertificateKeystoreType("PKCS12");
        own.setCertificateKeystoreFile(needed("key-store", settings.keyStore()));
        own.setCertificateKeystorePassword(settings.keyStorePassword());
        tls.addCertificate(own);
        return tls;
    }

    private static String needed(String key, @Nullable Path file) {
        if (file == null || !file.toFile().canRead()) {
            throw new IllegalStateException("OPS-008 claimgate.partner." + key + ": "
                    + (file == null ? "is not set" : file + " cannot be read")
                    + "; partners have a port of their own, and it needs this file");
        }
        return file.toAbsolutePath().toString();
    }
}
