package io.claimgate.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ChangePlans;
import io.claimgate.flow.declaration.ClaimHandler;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.flow.watch.ChangeDrafts;
import io.claimgate.flow.watch.Contracts;
import io.claimgate.flow.watch.ExposureDrafts;
import io.claimgate.flow.watch.Notices;
import io.claimgate.flow.watch.PolicyPins;
import io.claimgate.flow.watch.WatchHandler;
import io.claimgate.policy.Contract;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import io.claimgate.store.watch.FactsReader;
import io.claimgate.store.watch.JdbcExposures;
import io.claimgate.support.Databases;
import io.claimgate.support.GuardKit;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.SandboxInsurer;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the dropped file to the insurer: real intake, watch, guards and declaration, against the real simulated insurer. */
final class SuddenWorld {

    /** ACME's sample policy, in which the machine declares by itself, on day 90 at the latest. */
    static final String POLICY = """
            policy: ACME-2026
            insurer: sandbox
            creditors: [ACME-FR]
            currency: EUR
            zone: Europe/Paris
            calendar: FR
            valid: {from: 2020-01-01}
            cover: {insuredPercentage: 90, basis: gross}
            deadlines:
              declaration:
                opens: {anchor: ORIGINAL_DUE_DATE, period: P2M}
                target: {anchor: ORIGINAL_DUE_DATE, period: P90D}
                closes: {anchor: ORIGINAL_DUE_DATE, period: P4M}
            declare: automatic
            automaticPerDay: unlimited
            """;

    final Stores stores;
    final IntakeKit kit;
    final GuardKit guards;
    private final SandboxInsurer insurer = SandboxInsurer.shared();
    private final Map<String, TaskHandler> handlers = new HashMap<>();
    private final long before;

    SuddenWorld(Databases database, Path folder, String policy) {
        stores = new Stores(database);
        insurer.follow(stores.clock);
        insurer.behaveNormally();
        kit = new IntakeKit(
                stores,
                folder,
                Map.of("acme", mapping("acme"), "acme-new", mapping("acme-new")),
                IntakeKit.settings(20_000, 50_000),
                IntakeKit.policies());
        Books books = new Books(
                new JdbcClaims(stores.sql, stores.named),
                new JdbcSubmissions(stores.sql, stores.clock),
                new JdbcChanges(stores.sql, stores.named, stores.clock),
                new JdbcMessages(stores.sql, stores.clock, Clock.systemUTC()),
                new JdbcPauses(stores.sql),
                new JdbcDailyReleases(stores.sql));
        Ideas ideas = new Ideas(
                stores.tasks,
                stores.events,
                stores.alerts,
                kit.vault,
                stores.clock,
                Clock.systemUTC(),
                stores.transactions);
        guards = new GuardKit(stores.sql, stores.json, books, ideas);
        add(kit.handler);
        add(new WatchHandler(
                new JdbcExposures(stores.named, new FactsReader(stores.named)),
                contracts(policy),
                new ExposureRules(new JollydayCalendars()),
                new Notices(stores.alerts, stores.events, stores.supply()),
                new ExposureDrafts(
                        new Declarations(books, ideas, () -> "0".repeat(64)),
                        new ChangeDrafts(
                                new ChangePlans(books, ideas),
                                new ExposureRules(new JollydayCalendars()),
                                stores.clock)),
                stores.tasks,
                stores.transactions,
                stores.clock));
        add(new ClaimHandler(books, guards.guards, ideas, insurer.channels()));
        add(guards.handler);
        add(guards.second);
        before = received();
    }

    private void add(TaskHandler handler) {
        handlers.put(handler.kind(), handler);
    }

    private static String mapping(String source) {
        return """
                source: %s
                creditor: ACME-FR
                payments: explicit
                feeds:
                  - {name: invoices, kind: invoices, match: "invoices*.csv"}
                  - {name: all, kind: invoices, match: "all*.csv", semantics: snapshot, ready: marker}
                """.formatted(source);
    }

    private static Contracts contracts(String text) {
        PolicyFiles.Result read = new PolicyFiles(new JollydayCalendars())
                .read(List.of(new PolicyFiles.Source("mappings/policies/ACME-2026.yaml", text)));
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        Policy policy = read.policies().get(0);
        Contract contract = new Contract("ACME", List.of(new ContractTerm(policy, 1)));
        return new Contracts() {
            @Override
            public Contract contract(String key, PolicyPins pins) {
                return contract;
            }

            @Override
            public Optional<String> contractOf(String name) {
                return Optional.of("ACME");
            }
        };
    }

    /** Drops a file and lets it be answered; nothing else is done yet. */
    JsonNode bring(String source, String name, String content) {
        kit.take(source, name, content);
        run(List.of(kit.handler.kind()));
        return kit.ack(source, name + (kit.answers(source).contains(name + ".ack.json") ? ".ack.json" : ".held.json"));
    }

    /** Does all that is due, as the gateway does: what closes first goes first. */
    void run() {
        run(List.copyOf(handlers.keySet()));
    }

    private void run(List<String> kinds) {
        List<Task> tasks;
        while (!(tasks = stores.tasks.take("test", kinds, 50)).isEmpty()) {
            tasks.forEach(task -> handlers.get(task.kind()).handle(task));
        }
    }

    void at(String instant) {
        stores.clock.set(Instant.parse(instant));
    }

    /** The look at the clock that comes twice a minute. */
    void tick() {
        stores.transactions.executeWithoutResult(status -> guards.clock.tick());
    }

    /** Claims that the insurer took of this world. */
    long sent() {
        return received() - before;
    }

    private long received() {
        return insurer.claims().stream()
                .mapToLong(claim -> claim.get("accepts").asLong())
                .sum();
    }

    long count(String query) {
        return kit.count(query);
    }

    /** Open alerts of a code, with their severity and message. */
    List<String> alerts(String code) {
        return stores.sql
                .sql("select concat(severity, ' ', message) from alert where code = ? and cleared_at is null")
                .param(code)
                .query(String.class)
                .list();
    }
}
