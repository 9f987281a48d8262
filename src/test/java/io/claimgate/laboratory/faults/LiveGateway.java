package io.claimgate.laboratory.faults;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.audit.Sealer;
import io.claimgate.flow.audit.Verification;
import io.claimgate.laboratory.Drops;
import io.claimgate.laboratory.OwnDatabase;
import io.claimgate.laboratory.checker.Checker;
import io.claimgate.laboratory.checker.Dropped.Invoice;
import io.claimgate.laboratory.checker.Gateway;
import io.claimgate.laboratory.checker.Run;
import io.claimgate.laboratory.checker.Terms;
import io.claimgate.laboratory.checker.Views;
import io.claimgate.laboratory.checker.Violation;
import io.claimgate.laboratory.partner.InsurerProcess;
import io.claimgate.support.Databases;
import io.claimgate.support.RunningGateway;
import java.io.IOException;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.dao.DataAccessException;

/** The gateway on the laboratory's configuration, awake, with the stub insurer beside it. */
final class LiveGateway implements AutoCloseable {

    private static final RunningGateway.Shape PLAIN = new RunningGateway.Shape("", List.of());
    private static final Path CONFIGURATION = Path.of("src/test/laboratory");

    final InsurerProcess insurer;
    final Drops drops;
    final RunningGateway gateway;
    private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);

    /**
     * @param insurerName which of the laboratory's insurers the policy has: lab, lab-mute, lab-blind
     * @param settings of the stub
     * @param more settings of the gateway
     */
    LiveGateway(Databases database, Path folder, String insurerName, Map<String, String> settings, String... more) {
        this(
                folder,
                settings,
                started -> RunningGateway.start(
                        database, folder.resolve("home"), PLAIN, arguments(folder, insurerName, started, more)));
    }

    /** On a database of its own, which can go away. */
    LiveGateway(OwnDatabase database, Path folder) {
        this(
                folder,
                Map.of(),
                started -> RunningGateway.on(
                        database.settings(), folder.resolve("home"), PLAIN, arguments(folder, "lab", started)));
    }

    private LiveGateway(Path folder, Map<String, String> settings, Function<InsurerProcess, RunningGateway> starting) {
        insurer = InsurerProcess.start(folder.resolve("insurer"), settings);
        gateway = starting.apply(insurer);
        drops = new Drops(folder.resolve("home/erp/lab"));
    }

    private static String[] arguments(Path folder, String insurerName, InsurerProcess insurer, String... more) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "--claimgate.config=" + configuration(folder.resolve("config"), insurerName),
                                "--claimgate.laboratory.insurer.url=" + insurer.url(),
                                "--claimgate.laboratory.insurer.password=laboratory",
                                "--claimgate.intake.quiet-period=200ms",
                                // Files of new buyers alone are nothing odd here.
                                "--claimgate.intake.snapshot-guard-minimum=100000",
                                "--claimgate.results.poll=1s"),
                        Stream.of(more))
                .forEach(setting -> all.put(setting.substring(0, setting.indexOf('=')), setting));
        return all.values().toArray(String[]::new);
    }

    /** So many buyers, each with an invoice to be declared today. */
    void drop(String file, int buyers) {
        drop(drops, file, buyers);
    }

    /** The same into the folder of another source. */
    void drop(Drops into, String file, int buyers) {
        List<Invoice> rows = new ArrayList<>();
        for (int i = 0; i < buyers; i++) {
            rows.add(Drops.overdue(file + "-" + i, file + "-" + i, today, "%d.%02d".formatted(100 + i, i % 100)));
        }
        into.invoices("invoices-" + file + ".csv", rows);
    }

    /** Waits until no claim is under way, but for what waits for a person. */
    void awaitDeclared(int claims, Duration limit) {
        Awaitility.await()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(200))
                // The database may be away itself.
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> number("select count(*) from claim") == claims
                        && number("select count(*) from task where kind = 'claim' and state <> 'PARKED'") == 0);
    }

    long number(String sql) {
        return gateway.sql.sql(sql).query(Long.class).single();
    }

    Gateway view() {
        gateway.context.getBean(Sealer.class).seal();
        List<String> findings = gateway.context.getBean(Verification.class).run().findings().stream()
                .map(Object::toString)
                .toList();
        return Views.read(
                gateway.sql, gateway.context.getBean(BusinessClock.class).now(), findings, List.of());
    }

    /** Of declarations alone: what is still on its way otherwise is no violation here. */
    List<Violation> judgeDeclarations(Terms terms) {
        Run run = new Run(drops.dropped(List.of()), insurer.ledger(), List.of(), view());
        return Checker.check(run, terms).stream()
                .filter(violation -> !violation.invariant().matches("I3|I9"))
                .filter(violation -> !violation.subject().contains(" DOCUMENT "))
                .toList();
    }

    private static Path configuration(Path target, String insurer) {
        try (Stream<Path> files = Files.walk(CONFIGURATION)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(CONFIGURATION.relativize(file));
                Files.createDirectories(copy.getParent());
                String text = Files.readString(file);
                boolean policy = file.toString().contains("policies");
                Files.writeString(copy, policy ? text.replaceFirst("(?m)^insurer: lab$", "insurer: " + insurer) : text);
            }
            return target.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        insurer.close();
    }
}
