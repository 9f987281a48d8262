package io.claimgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that makes passwords and certificates at the first start, run for real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {

    private MadeSecrets made;

    @BeforeAll
    void make(@TempDir Path folder) {
        made = MadeSecrets.in(folder.resolve("secrets"));
    }

    @ParameterizedTest
    @CsvSource({
        "gateway/properties/spring.datasource.password, postgres/password",
        "gateway/properties/spring.artemis.password,    artemis/password",
        "gateway/properties/claimgate.scraper.password, prometheus/password"
    })
    void both_sides_get_the_same_long_password_without_a_line_end(String ours, String theirs) {
        // When
        String password = made.read(ours);
        // Then
        assertThat(password).matches("[0-9a-f]{48}").isEqualTo(made.read(theirs));
    }

    @ParameterizedTest
    @CsvSource({
        "artemis, artemis/broker.p12, artemis/key-store-password, gateway/stores/broker-trust.p12, gateway/properties/claimgate.broker.trust-store-password",
        "gateway, gateway/stores/partner.p12, gateway/properties/claimgate.partner.key-store-password, gateway/stores/partner-trust.p12, gateway/properties/claimgate.partner.trust-store-password"
    })
    void who_trusts_finds_the_certificate_of_who_is_trusted(
            String name, String keys, String password, String trust, String trustPassword) throws Exception {
        // When
        KeyStore own = store(keys, password);
        KeyStore trusting = store(trust, trustPassword);
        // Then
        assertThat(own.isKeyEntry(name)).isTrue();
        assertThat(Collections.list(trusting.aliases())).hasSize(1);
        assertThat(trusting.getCertificate(name)).isEqualTo(own.getCertificate(name));
        assertThat(own.getCertificate(name).toString()).contains("DNSName: " + name);
    }

    @Test
    void no_two_passwords_are_one() throws IOException {
        // When
        List<String> passwords;
        try (Stream<Path> files = Files.list(made.folder().resolve("gateway/properties"))) {
            passwords = files.map(
                            file -> made.read(made.folder().relativize(file).toString()))
                    .toList();
        }
        // Then
        assertThat(passwords).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void what_is_there_stays_as_it_is() throws Exception {
        // Given
        Map<String, String> before = content();
        // When
        MadeSecrets.in(made.folder());
        // Then
        assertThat(before).hasSizeGreaterThan(12);
        assertThat(content()).isEqualTo(before);
    }

    private KeyStore store(String file, String passwordFile) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(made.folder().resolve(file))) {
            store.load(in, made.read(passwordFile).toCharArray());
        }
        return store;
    }

    private Map<String, String> content() throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(made.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                all.put(
                        made.folder().relativize(file).toString(),
                        HexFormat.of().formatHex(hash));
            }
        }
        return all;
    }
}
