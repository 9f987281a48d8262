package io.claimgate.insurer.inbound;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How partners reach our notifications.
 *
 * @param port own TLS connector for partners; when it is set, /soap answers only there and nothing else does; default none
 * @param address where that connector listens; default as server.address
 * @param clientCertificate whether a partner must show a certificate (need) or may (want) and else proves itself by a token
 * @param keyStore PKCS#12 file with the connector's key and certificate
 * @param keyStorePassword its password; give it by environment
 * @param trustStore PKCS#12 file with the certificates, or those of their authorities, that partners may show
 * @param trustStorePassword its password; give it by environment
 * @param largestMessage larger ones are refused before they are read
 * @param freshness how old a token may be, by the system clock
 */
@ConfigurationProperties("claimgate.partner")
public record PartnerSettings(
        @Nullable Integer port,
        @Nullable InetAddress address,
        @DefaultValue("need") ClientCertificate clientCertificate,
        @Nullable Path keyStore,
        @Nullable String keyStorePassword,
        @Nullable Path trustStore,
        @Nullable String trustStorePassword,
        @DefaultValue("1MB") DataSize largestMessage,
        @DefaultValue("5m") Duration freshness) {}
