package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.laboratory.partner.InsurerProcess;
import io.claimgate.laboratory.partner.StubMode;
import io.claimgate.support.GatewayProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several gateways as processes on one PostgreSQL and one home, before a stub insurer in a process of its own. */
final class Gateways implements AutoCloseable {

    /** How long things are waited for. */
    enum Pace {
        /** As in production: nothing that is only slow is taken for dead. */
        PATIENT("PT20S", "60000"),
        /** As the laboratory's insurers have it, so that a frozen gateway is soon given up. */
        SHORT("PT1S", "5000");

        private final String receive;
        private final String idleInTransaction;

        Pace(String receive, String idleInTransaction) {
            this.receive = receive;
            this.idleInTransaction = idleInTransaction;
        }
    }

    /** At short pace: the longest call, and how long the insurer may be at it afterwards. */
    static final Duration CALL_AND_SETTLE = Duration.ofSeconds(4 + 2);

    /** Old enough to be declared at once under the laboratory's policy, and far from its close. */
    private static final LocalDate DUE = LocalDate.now(Clock.systemUTC()).minusDays(70);

    final InsurerProcess insurer;
    final JdbcClient sql;
    private final EmbeddedPostgres database;
    private final Path folder;
    private final Path config;
    private final Pace pace;
    private final Map<String, GatewayProcess> gateways = new TreeMap<>();
    private final Map<String, BigDecimal> owed = new TreeMap<>();
    private final List<String> files = new ArrayList<>();

    /**
     * @param folder of the test
     * @param policysInsurer of the laboratory: {@code lab} or {@code lab-blind}
     * @param idempotent whether the insurer takes a claim key once only
     */
    Gateways(Path folder, String policysInsurer, boolean idempotent, Pace pace) {
        this.pace = pace;
        this.folder = folder;
        this.config = folder.resolve("config");
        try {
            copyLaboratory(policysInsurer);
            // The other tests' server may forget what it has acknowledged; the gateway refuses that one.
            database = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sql = JdbcClient.create(dataSource());
        insurer = InsurerProcess.start(folder.resolve("insurer"), Map.of("idempotent", Boolean.toString(idempotent)));
    }

    private void copyLaboratory(String policysInsurer) throws IOException {
        Path from = Path.of("src/test/laboratory");
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path to = config.resolve(from.relativize(path).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(to, Files.readString(path).replace("receive: PT1S", "receive: " + pace.receive));
            }
        }
        Path policy = config.resolve("mappings/policies/lab.yaml");
        Files.writeString(
                policy, Files.readString(policy).replace("insurer: lab\n", "insurer: " + policysInsurer + "\n"));
    }

    DataSource dataSource() {
        return database.getPostgresDatabase();
    }

    /** It takes a declaration at once, and answers so much later. */
    void insurerAnswersAfter(Duration delay) {
        insurer.behave("DeclareClaim", List.of(StubMode.DELAY), 100, Integer.MAX_VALUE, 0, delay);
    }

    /** Launches one, without waiting. */
    GatewayProcess launch(String name, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url",
                database.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username",
                "postgres",
                // A frozen process must not keep its locks.
                "spring.datasource.hikari.data-source-properties.options",
                "-c idle_in_transaction_session_timeout=" + pace.idleInTransaction,
                "spring.artemis.embedded.data-directory",
                folder.resolve("broker-" + name).toString(),
                "claimgate.config",
                config.toString(),
                "claimgate.laboratory.insurer.url",
                insurer.url(),
                "claimgate.laboratory.insurer.password",
                "only-for-the-laboratory",
                "claimgate.intake.quiet-period",
                "200ms",
                // Every file here names buyers that were never named before.
                "claimgate.intake.snapshot-guard-minimum",
                "100000"));
        settings.put("claimgate.intake.folder-lease", "5s");
        settings.put("claimgate.tasks.lease", "10s");
        settings.putAll(more);
        GatewayProcess gateway = GatewayProcess.oneOfSeveral(folder.resolve("home"), name, settings);
        gateways.put(name, gateway);
        return gateway;
    }

    /** Drops a file of so many buyers that owe one old invoice each. */
    void drop(int buyers) {
        StringBuilder text = new StringBuilder(
                "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n");
        for (int i = 0; i < buyers; i++) {
            String buyer = "B" + files.size() + "-" + i;
            BigDecimal amount = BigDecimal.valueOf(100_000L + 7L * owed.size(), 2);
            owed.put(buyer, amount);
            text.append("%s-1,%s,%s,EUR,%s,%s,Buyer %s,DE\n"
                    .formatted(buyer, DUE.minusDays(30), DUE, amount.toPlainString(), buyer, buyer));
        }
        String name = "invoices-" + files.size() + ".csv";
        files.add(name);
        gateways.values().iterator().next().drop("lab", name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    int buyers() {
        return owed.size();
    }

    /** Claim keys that the insurer has accepted, as often as it has. */
    List<String> accepted() {
        return insurer.ledger("accept").stream()
                .map(line -> line.path("claimKey").asText())
                .toList();
    }

    /** Between the first tenth and the last tenth of what it accepted: neither the start nor the tail counts. */
    double acceptedPerSecond() {
        List<Instant> times = insurer.ledger("accept").stream()
                .map(line -> Instant.parse(line.path("at").asText()))
                .sorted()
                .toList();
        int tenth = times.size() / 10;
        Duration span = Duration.between(times.get(tenth), times.get(times.size() - tenth - 1));
        return (times.size() - 2.0 * tenth - 1) / (span.toMillis() / 1000.0);
    }

    /** Claims in a state. */
    long claims(String state) {
        return sql.sql("select count(*) from claim where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    void awaitAllDeclared(Duration within) {
        Awaitility.await()
                .atMost(within)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(claims("DECLARED")).isEqualTo(owed.size()));
    }

    /** Claims whose call a gateway may have begun and has not ended. */
    List<String> callsOf(GatewayProcess gateway) {
        return sql.sql("select ref from task where state = 'RUNNING' and kind = 'claim' and call_seconds > 0"
                        + " and owner like ?")
                .param(gateway.pid() + "@%")
                .query(String.class)
                .list();
    }

    /** One accepted declaration for every buyer, of what it owes; one answer for every file. */
    void nothingIsLostOrDoubled() {
        List<JsonNode> ledger = insurer.ledger("accept");
        Map<String, List<JsonNode>> byKey = ledger.stream()
                .collect(Collectors.groupingBy(line -> line.path("claimKey").asText()));
        assertThat(byKey.values()).as("accepted once each").allMatch(lines -> lines.size() == 1);
        assertThat(ledger.stream()
                        .map(line -> new BigDecimal(line.path("amount").asText())))
                .as("every buyer's debt, to the cent")
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyInAnyOrderElementsOf(owed.values());
        Path erp = folder.resolve("home/erp/lab");
        assertThat(names(erp.resolve("in"))).as("in/").isEmpty();
        assertThat(names(erp.resolve("work"))).as("work/").isEmpty();
        assertThat(names(erp.resolve("ack")))
                .as("ack/")
                .containsExactlyInAnyOrderElementsOf(
                        files.stream().map(name -> name + ".ack.json").toList());
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        gateways.values().stream().filter(GatewayProcess::alive).forEach(gateway -> {
            gateway.thaw();
            gateway.kill();
        });
        insurer.close();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
