package io.claimgate.laboratory.rounds;

import io.claimgate.laboratory.Drops;
import io.claimgate.laboratory.OwnDatabase;
import io.claimgate.laboratory.checker.Booked;
import io.claimgate.laboratory.checker.Checker;
import io.claimgate.laboratory.checker.Dropped.Invoice;
import io.claimgate.laboratory.checker.Gateway;
import io.claimgate.laboratory.checker.RestView;
import io.claimgate.laboratory.checker.Run;
import io.claimgate.laboratory.checker.Terms;
import io.claimgate.laboratory.checker.Violation;
import io.claimgate.laboratory.partner.InsurerProcess;
import io.claimgate.laboratory.partner.PartnerProcess;
import io.claimgate.laboratory.partner.StubAccounting;
import io.claimgate.support.FaultProxy;
import io.claimgate.support.GatewayProcess;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packaged gateway, its insurer, its accounting and its database, each a process, with a line that can fail between them. */
final class FaultWorld implements AutoCloseable {

    static final String SOURCE = "lab";
    private static final Logger LOG = LoggerFactory.getLogger(FaultWorld.class);
    private static final String SECRET = "the-insurers-password";
    private static final Path CONFIGURATION = Path.of("src/test/laboratory");
    /** As long as accounting may take to answer the last entries, and the gateway to take the answer. */
    private static final Duration REST = Duration.ofSeconds(3);

    private static final Duration DRAIN = Duration.ofMinutes(5);

    final InsurerProcess insurer;
    final FaultProxy insurerLine;
    final OwnDatabase database;
    final GatewayProcess gateway;
    final Path home;
    private final PartnerProcess accounting;
    private final Drops drops;
    private final List<Invoice> withoutPaper = new ArrayList<>();
    private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    private int files;
    private int invoices;

    /** @param ownDatabase on PostgreSQL; otherwise the embedded H2 */
    FaultWorld(Path folder, boolean ownDatabase) {
        home = folder.resolve("home");
        insurer = InsurerProcess.start(folder.resolve("insurer"), Map.of("decides", "true"));
        insurerLine = new FaultProxy(insurer.port());
        database = ownDatabase ? new OwnDatabase(folder.resolve("postgresql")) : null;
        Path erp = home.resolve("erp").resolve(SOURCE);
        accounting = PartnerProcess.start(
                StubAccounting.class,
                folder.resolve("accounting"),
                Map.of(
                        "out",
                        erp.resolve("out").toString(),
                        "in",
                        erp.resolve("in").toString()));
        drops = new Drops(erp);
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "claimgate.config", CONFIGURATION.toAbsolutePath().toString(),
                "claimgate.laboratory.insurer.url", "http://127.0.0.1:" + insurerLine.port() + "/claims",
                "claimgate.laboratory.insurer.password", SECRET,
                "claimgate.results.poll", "1s",
                "claimgate.tasks.lease", "6s",
                // Files of new buyers alone are nothing odd here.
                "claimgate.intake.snapshot-guard-minimum", "100000",
                "claimgate.intake.quiet-period", "200ms"));
        if (database != null) {
            settings.putAll(database.settings());
        }
        gateway = GatewayProcess.launchPlain(home, settings);
    }

    /** The ERP drops a file of so many buyers, and the papers of what was acknowledged meanwhile. */
    void drop(Random random, int buyers) {
        List<Invoice> rows = new ArrayList<>();
        String file = "invoices-" + ++files + ".csv";
        for (int i = 0; i < buyers; i++) {
            String buyer = "B" + files + "-" + i;
            String cents = "%d.%02d".formatted(100 + random.nextInt(90_000), random.nextInt(100));
            rows.add(Drops.overdue(buyer, "F" + files + "-" + i, today, cents));
        }
        dropPapers();
        drops.invoices(file, rows);
        withoutPaper.addAll(rows);
        invoices += rows.size();
    }

    /** How many of the dropped invoices the insurer has not accepted. */
    int undeclared() {
        return invoices - insurer.accepted();
    }

    /** Papers of invoices whose file has its answer. */
    void dropPapers() {
        List<Invoice> known = withoutPaper.stream()
                .filter(invoice -> Files.exists(gateway.ack(SOURCE, "invoices-" + fileOf(invoice) + ".csv", 1)))
                .toList();
        known.forEach(drops::paper);
        withoutPaper.removeAll(known);
    }

    private static String fileOf(Invoice invoice) {
        return invoice.number().substring(1, invoice.number().indexOf('-'));
    }

    /** I9: waits until the backlog is gone; how long that took. What is left after {@link #DRAIN} the checker tells. */
    Duration drain() {
        long start = System.nanoTime();
        gateway.awaitReady();
        try {
            Awaitility.await()
                    .during(REST)
                    .atMost(DRAIN)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptionsMatching(failure -> failure instanceof UncheckedIOException)
                    .until(() -> unfinished().isEmpty());
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            long looks = System.nanoTime();
            List<String> left = unfinished();
            LOG.warn(
                    "still to be done after {}: {}; a look takes {}",
                    DRAIN,
                    left,
                    Duration.ofNanos(System.nanoTime() - looks));
            return DRAIN;
        }
        return Duration.ofNanos(System.nanoTime() - start).minus(REST);
    }

    /** What is still to be done, by name; empty where all rests. */
    private List<String> unfinished() {
        dropPapers();
        int accepts = (int) insurer.ledger("accept").stream()
                .map(line -> line.path("claimKey").asText())
                .distinct()
                .count();
        long settlements = insurer.ledger("result").stream()
                .filter(line -> line.has("settlementId"))
                .map(line -> line.path("settlementId").asText())
                .distinct()
                .count();
        long posted = StubAccounting.ledger(accounting.folder()).stream()
                .filter(line -> line.path("type").asText().equals("posting"))
                .map(Booked::settlement)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        List<String> left = new ArrayList<>();
        lacks(left, "papers", withoutPaper.size(), 0);
        lacks(left, "claims", invoices, accepts);
        lacks(left, "documents", 2L * accepts, insurer.ledger("document").size());
        lacks(left, "settlements in accounting", settlements, posted);
        List<String> dropped = allDropped();
        lacks(
                left,
                "acknowledgements",
                dropped.size(),
                dropped.stream()
                        .filter(name -> Files.exists(gateway.ack(SOURCE, name, 1)))
                        .count());
        left.addAll(new RestView(gateway).open());
        return left;
    }

    private static void lacks(List<String> left, String what, long wanted, long there) {
        if (there < wanted) {
            left.add(what + ": " + there + " of " + wanted);
        }
    }

    private List<String> allDropped() {
        return drops.dropped(StubAccounting.answers(accounting.folder())).files();
    }

    List<Violation> judge(Figures figures) {
        Gateway view = new RestView(gateway).read();
        Run run = new Run(
                drops.dropped(StubAccounting.answers(accounting.folder())),
                insurer.ledger(),
                StubAccounting.ledger(accounting.folder()),
                view);
        figures.counted(
                insurer.ledger("accept").size(),
                insurer.ledger("document").size(),
                insurer.ledger("result").size(),
                (int) run.accounting().stream()
                        .filter(line -> line.path("type").asText().equals("posting"))
                        .count());
        return Checker.check(run, Terms.STRICT.withSecrets(Set.of(SECRET, GatewayProcess.PASSWORD)));
    }

    @Override
    public void close() {
        gateway.close();
        accounting.close();
        insurerLine.close();
        insurer.close();
        if (database != null) {
            database.close();
        }
    }
}
