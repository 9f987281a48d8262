package io.claimgate.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where profile {@code production} finds the broker; the other profiles bring their own. They stand in {@code spring.artemis.broker-url},
 * which can also be given as a whole (several brokers, other timeouts). User and password are {@code spring.artemis.user} and
 * {@code spring.artemis.password}.
 *
 * @param address host:port of its TLS acceptor
 * @param trustStore PKCS#12 file with the broker's certificate, or that of its authority
 * @param trustStorePassword its password, of letters and digits; give it by environment or as a file
 */
@ConfigurationProperties("claimgate.broker")
public record BrokerSettings(
        @Nullable String address,
        @Nullable Path trustStore,
        @Nullable String trustStorePassword) {}
