package io.claimgate.laboratory.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.files.Leftovers;
import io.claimgate.files.TakeFile;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskQueue;
import io.claimgate.flow.TaskRunner;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.audit.SealTimer;
import io.claimgate.flow.audit.Sealer;
import io.claimgate.flow.audit.Verification;
import io.claimgate.flow.guard.ClockTimer;
import io.claimgate.flow.settlement.ResultPolls;
import io.claimgate.laboratory.Drops;
import io.claimgate.laboratory.checker.Checker;
import io.claimgate.laboratory.checker.Run;
import io.claimgate.laboratory.checker.Terms;
import io.claimgate.laboratory.checker.Views;
import io.claimgate.laboratory.checker.Violation;
import io.claimgate.laboratory.partner.InsurerProcess;
import io.claimgate.laboratory.partner.StubAccounting;
import io.claimgate.operations.EventPublisher;
import io.claimgate.support.Databases;
import io.claimgate.support.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.context.SmartLifecycle;

/**
 * The whole gateway in this JVM on the laboratory's configuration, against the stub insurer in its own process. Its own threads rest: one
 * thread takes files and runs tasks, so that the N-th operation of two runs is the same one.
 */
final class LabGateway implements AutoCloseable {

    private static final Path CONFIGURATION = Path.of("src/test/laboratory");
    private static final String SOURCE = "lab";
    private static final String OWNER = "laboratory";
    private static final int MOST_STEPS = 2_000;
    private static final Duration SOON = Duration.ofMinutes(20);

    final Operations operations;
    final Drops drops;
    final InsurerProcess insurer;
    private final RunningGateway gateway;
    private final StubAccounting accounting;
    private final Path accountingFolder;
    private final Path erp;
    private final LabClock clock;
    private final TaskQueue queue;
    private final Map<String, TaskHandler> handlers;

    LabGateway(Databases database, Path folder, Map<String, String> insurerSettings) {
        insurer = InsurerProcess.start(folder.resolve("insurer"), insurerSettings);
        Path home = folder.resolve("home");
        gateway = RunningGateway.start(
                database,
                home,
                new RunningGateway.Shape("", List.of(Seams.class)),
                "--claimgate.config=" + CONFIGURATION.toAbsolutePath(),
                "--claimgate.laboratory.insurer.url=" + insurer.url(),
                "--claimgate.laboratory.insurer.password=laboratory",
                "--claimgate.intake.poll=1h",
                "--claimgate.results.poll=1h",
                "--claimgate.guards.clock-step=4000d",
                "--spring.main.allow-bean-definition-overriding=true");
        rest();
        operations = bean(Operations.class);
        clock = bean(LabClock.class);
        queue = bean(TaskQueue.class);
        handlers = gateway.context.getBeansOfType(TaskHandler.class).values().stream()
                .collect(Collectors.toMap(TaskHandler::kind, Function.identity()));
        erp = home.resolve("erp").resolve(SOURCE);
        drops = new Drops(erp);
        accountingFolder = folder.resolve("accounting");
        try {
            Files.createDirectories(accountingFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accounting = new StubAccounting(accountingFolder, erp.resolve("out"), erp.resolve("in"));
    }

    private void rest() {
        List.<Class<? extends SmartLifecycle>>of(
                        TaskRunner.class, SealTimer.class, ClockTimer.class, EventPublisher.class)
                .forEach(type -> bean(type).stop());
        gateway.context.getBeansOfType(SmartLifecycle.class).forEach((name, part) -> {
            if (name.equals("rollup")) {
                part.stop();
            }
        });
        CamelContext camel = bean(CamelContext.class);
        camel.getRoutes().stream()
                .filter(route -> !route.getEndpoint().getEndpointUri().startsWith("direct"))
                .map(org.apache.camel.Route::getRouteId)
                .toList()
                .forEach(route -> stop(camel, route));
    }

    private static void stop(CamelContext camel, String route) {
        try {
            camel.getRouteController().stopRoute(route);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One life: everything that there is to do now. Throws {@link Operations.Died} at its end where that comes before. */
    void live() {
        int steps = 0;
        boolean more = true;
        while (more) {
            more = takeFiles();
            more |= runDue();
            poll();
            more |= runDue();
            more |= answerPostings();
            if (++steps > MOST_STEPS) {
                throw new IllegalStateException("it never comes to rest");
            }
        }
    }

    /** As the timer does it: what fails is done at its next tick. */
    private void poll() {
        try {
            bean(ResultPolls.class).wake();
        } catch (RuntimeException e) {
            rethrowDeath(e);
            bean(ResultPolls.class).wake();
        }
    }

    /** Another process begins on what the dead one left. */
    void succeed() {
        operations.revive();
        endLeases();
        recover();
    }

    /** Of tasks that nobody works on: their worker died, or never heard that it has them. */
    private void endLeases() {
        gateway.sql
                .sql("update task set state = 'READY', owner = null, lease_until = null where state = 'RUNNING'")
                .update();
    }

    /** As the route does from time to time. */
    void recover() {
        try {
            bean(Leftovers.class).recover(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void pass(Duration duration) {
        clock.advance(duration);
    }

    /** Moves time on to what a failure has put off; whether there was something. */
    boolean passToNext() {
        endLeases();
        Instant now = bean(BusinessClock.class).now();
        Optional<OffsetDateTime> next = gateway.sql
                .sql(
                        "select min(greatest(due_at, coalesce(hold_until, due_at))) from task where state = 'READY' and due_at <= ?")
                .param(now.plus(SOON).atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional();
        next.ifPresent(due -> pass(Duration.between(now, due.toInstant()).plusMillis(10)));
        return next.isPresent();
    }

    private boolean takeFiles() {
        List<Path> files;
        try (Stream<Path> found = Files.list(erp.resolve("in"))) {
            files = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                try {
                    bean(TakeFile.class).take(SOURCE, file);
                } catch (IOException | RuntimeException e) {
                    // As Camel's error handler: it stays and is found again.
                    rethrowDeath(e);
                    recover();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !files.isEmpty();
    }

    private boolean runDue() {
        boolean any = false;
        for (List<Task> taken = take(); !taken.isEmpty(); taken = take()) {
            any |= !taken.get(0).kind().equals(ResultPolls.POLL);
            run(taken.get(0));
        }
        return any;
    }

    private List<Task> take() {
        try {
            return queue.take(OWNER, handlers.keySet(), 1);
        } catch (RuntimeException e) {
            rethrowDeath(e);
            return queue.take(OWNER, handlers.keySet(), 1);
        }
    }

    /** As {@link TaskRunner} does it. */
    private void run(Task task) {
        try {
            handlers.get(task.kind()).handle(task);
        } catch (Tasks.LeaseLost e) {
            rethrowDeath(e);
        } catch (PartnerFailure.Permanent e) {
            queue.parkFailed(task, String.valueOf(e.getMessage()), e.toString());
        } catch (RuntimeException e) {
            rethrowDeath(e);
            queue.retry(task, bean(BusinessClock.class).now().plusSeconds(1), e.toString(), false);
        }
    }

    private boolean answerPostings() {
        try {
            return accounting.look() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rethrowDeath(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Operations.Died death) {
                throw death;
            }
        }
    }

    /** The judgement of everything so far. */
    List<Violation> judge(Terms terms) {
        bean(Sealer.class).seal();
        List<String> findings = bean(Verification.class).run().findings().stream()
                .map(Object::toString)
                .toList();
        List<JsonNode> ledger = insurer.ledger();
        return Checker.check(
                new Run(
                        drops.dropped(StubAccounting.answers(accountingFolder)),
                        ledger,
                        StubAccounting.ledger(accountingFolder),
                        Views.read(gateway.sql, bean(BusinessClock.class).now(), findings, List.of())),
                terms);
    }

    long count(String sql) {
        return gateway.sql.sql(sql).query(Long.class).single();
    }

    <T> T bean(Class<T> type) {
        return gateway.context.getBean(type);
    }

    @Override
    public void close() {
        operations.revive();
        gateway.close();
        insurer.close();
    }
}
