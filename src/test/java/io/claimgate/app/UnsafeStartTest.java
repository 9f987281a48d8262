package io.claimgate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claimgate.store.EnvironmentStamp;
import io.claimgate.support.DurablePostgres;
import io.claimgate.support.ExternalBroker;
import io.claimgate.support.RunningGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The gateway, started for real with something unsafe, says what, where and how to mend it, and ends. */
class UnsafeStartTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            spring.profiles.active          | production,sandbox         | OPS-008 spring.profiles.active "production,sandbox": the sandbox simulates an insurer
            spring.datasource.url           | jdbc:h2:mem:unsafe         | OPS-008 spring.datasource.url "jdbc:h2:mem:unsafe": production needs PostgreSQL; set SPRING_DATASOURCE_URL
            spring.datasource.password      | ''                         | OPS-008 spring.datasource.password "": is empty; give a random one
            spring.datasource.password      | Claimgate                  | OPS-008 spring.datasource.password: is the user's name or a word that everybody tries first
            spring.artemis.password         | ''                         | OPS-008 spring.artemis.password "": is empty
            spring.artemis.password         | artemis                    | OPS-008 spring.artemis.password: is the user's name or a word
            spring.artemis.mode             | embedded                   | OPS-008 spring.artemis.mode "embedded": a broker inside the gateway
            spring.artemis.embedded.enabled | true                       | OPS-008 spring.artemis.embedded.enabled "true": a broker inside the gateway
            spring.artemis.broker-url       | tcp://broker.example:61616 | OPS-008 spring.artemis.broker-url "broker.example": events and the password would cross the network in plain text; add sslEnabled=true
            spring.artemis.broker-url       | tcp://broker.example:61617?sslEnabled=true&verifyHost=false | verifyHost=false takes any host's certificate
            claimgate.broker.address        | ''                         | OPS-008 claimgate.broker.address: is not set; give host:port
            claimgate.broker.trust-store    | ''                         | OPS-008 claimgate.broker.trust-store "": is not set; give a PKCS#12 file
            claimgate.broker.trust-store    | /nowhere/trust.p12         | OPS-008 claimgate.broker.trust-store "/nowhere/trust.p12": cannot be read
            server.address                  | 0.0.0.0                    | OPS-008 claimgate.partner.port "": /soap/notifications would answer in plain text on 0.0.0.0; set it with claimgate.partner.key-store
            """)
    void an_unsafe_setting_is_refused_before_anything_is_opened_and_told_by_check(
            String key, String value, String sentence) throws IOException {
        // Given
        Map<String, String> settings = safe();
        String profiles = key.equals("spring.profiles.active") ? value : "production";
        if (profiles.equals("production")) {
            settings.put(key, value);
        }
        // When
        Throwable refusal = catchThrowable(() -> RunningGateway.context(profiles, folder, settings));
        // Then: and nobody asked the database that is not there
        assertThat(refusal).isInstanceOf(Refusal.class).hasNoCause().hasMessageContaining(sentence);
        assertThat(check(profiles, settings)).contains(sentence);
    }

    @Test
    void what_is_safe_passes_the_check() throws IOException {
        // When
        String told = check("production", safe());
        // Then
        assertThat(told).startsWith("sound: ");
    }

    @ParameterizedTest
    @CsvSource({"fsync", "full_page_writes", "synchronous_commit"})
    void a_postgresql_that_could_forget_is_refused_before_it_is_changed(String promise) {
        // Given
        try (DurablePostgres database = DurablePostgres.start(Map.of(promise, "off"))) {
            Map<String, String> settings = safe();
            settings.putAll(database.settings());
            // When
            Throwable refusal = catchThrowable(() -> RunningGateway.context("production", folder, settings));
            // Then
            assertThat(refusal)
                    .rootCause()
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("OPS-008 PostgreSQL \"" + promise + "=off\": a crash")
                    .hasMessageContaining("set " + promise + " = on");
            assertThat(JdbcClient.create(source(database))
                            .sql("select count(*) from pg_tables where schemaname = 'public'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"sandbox, production", "gateway, sandbox"})
    void a_database_of_another_environment_is_refused(String stamp, String profile) {
        // Given
        try (DurablePostgres database = DurablePostgres.start()) {
            Flyway.configure()
                    .dataSource(source(database))
                    .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                    .load()
                    .migrate();
            EnvironmentStamp.check(JdbcClient.create(source(database)), Clock.systemUTC(), stamp);
            Map<String, String> settings = safe();
            settings.putAll(database.settings());
            // Then
            assertThatThrownBy(() -> RunningGateway.context(profile, folder, settings))
                    .rootCause()
                    .hasMessageContaining(
                            "OPS-010 spring.datasource.url: the database belongs to the environment \"" + stamp + "\"")
                    .hasMessageContaining("use another claimgate.home or database");
        }
    }

    @Test
    void an_h2_that_writes_later_is_refused() {
        // Given
        Map<String, String> settings = Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("db")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=500");
        // Then
        assertThatThrownBy(() -> RunningGateway.context("sandbox", folder, settings))
                .rootCause()
                .hasMessageContaining("OPS-008 spring.datasource.url \"WRITE_DELAY=500\": kill -9 would lose")
                .hasMessageContaining("add ;WRITE_DELAY=0");
    }

    @Test
    void a_broker_that_would_delete_what_nobody_takes_is_refused() throws IOException {
        // Given
        Path poorer = Files.writeString(
                folder.resolve("broker.xml"),
                Files.readString(ExternalBroker.SHIPPED).replace("<dead-letter-address>DLQ</dead-letter-address>", ""));
        try (DurablePostgres database = DurablePostgres.start();
                ExternalBroker broker =
                        ExternalBroker.in(folder.resolve("broker"), poorer).start()) {
            Map<String, String> settings = new TreeMap<>(database.settings());
            settings.putAll(broker.settings());
            // Then
            assertThatThrownBy(() -> RunningGateway.production(folder.resolve("home"), settings))
                    .rootCause()
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("OPS-008 broker, address claimgate.events, dead-letter-address \"\"");
        }
    }

    /** What production would start with, if there were a database and a broker. */
    private Map<String, String> safe() {
        return new TreeMap<>(Map.of(
                "spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/nobody",
                "spring.datasource.username", "claimgate",
                "spring.datasource.password", "of-some-length-3",
                "spring.artemis.user", "claimgate",
                "spring.artemis.password", "of-some-length-4",
                "claimgate.broker.address", "broker.example:61617",
                "claimgate.broker.trust-store",
                        Path.of("pom.xml").toAbsolutePath().toString(),
                "server.address", "127.0.0.1"));
    }

    private static String check(String profiles, Map<String, String> settings) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Map<String, String> all = new TreeMap<>(settings);
        all.put("spring.profiles.active", profiles);
        CheckCommand.run(
                all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new),
                new PrintStream(told, true, StandardCharsets.UTF_8));
        return told.toString(StandardCharsets.UTF_8);
    }

    private static DriverManagerDataSource source(DurablePostgres database) {
        return new DriverManagerDataSource(database.url(), database.user(), DurablePostgres.PASSWORD);
    }
}
