package io.claimgate.support;

import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.LimitationFile;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ChangePlans;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.flow.watch.ChangeDrafts;
import io.claimgate.flow.watch.Contracts;
import io.claimgate.flow.watch.ExposureDrafts;
import io.claimgate.flow.watch.ExposureRow;
import io.claimgate.flow.watch.Notices;
import io.claimgate.flow.watch.PolicyPins;
import io.claimgate.flow.watch.WatchHandler;
import io.claimgate.policy.Contract;
import io.claimgate.policy.Policy;
import io.claimgate.policy.PolicyBook;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import io.claimgate.store.watch.FactsReader;
import io.claimgate.store.watch.JdbcExposures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files of an ERP over the real intake and the real watch: from the row to the clock, the alert and the claim's draft. */
public final class WatchedFiles {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    public final IntakeKit kit;
    public final Stores stores;
    private final ExposureRules rules = new ExposureRules(new JollydayCalendars(), limitations());
    private final JdbcExposures exposures;
    private final PolicyBook book;
    private final WatchHandler watch;

    /** @param policies texts of policy files */
    public WatchedFiles(Databases database, Path folder, String mapping, String... policies) {
        PolicyFiles.Result read = new PolicyFiles(new JollydayCalendars())
                .read(Arrays.stream(policies)
                        .map(text -> new PolicyFiles.Source(
                                text.lines().findFirst().orElseThrow().replace("policy: ", "") + ".yaml", text))
                        .toList());
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        book = PolicyBook.of(read.policies());
        stores = new Stores(database);
        kit = new IntakeKit(stores, folder, Map.of("acme", mapping), IntakeKit.settings(1000, 1000), lookup());
        exposures = new JdbcExposures(stores.named, new FactsReader(stores.named));
        watch = watch();
    }

    /** The whole of a file, on the business day that it is. */
    public void bring(String name, String content) {
        kit.bring("acme", name, content);
        watchAll();
    }

    /** Noon of a day in the policy's zone, after everything that was planned until then. */
    public void on(String day) {
        Instant noon = LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
        while (true) {
            watchAll();
            Optional<Instant> next = stores.sql
                    .sql("select min(due_at) from task where kind = 'exposure'")
                    .query(java.time.OffsetDateTime.class)
                    .optional()
                    .map(java.time.OffsetDateTime::toInstant)
                    .filter(due -> !due.isAfter(noon));
            stores.clock.set(next.orElse(noon));
            if (next.isEmpty()) {
                return;
            }
        }
    }

    /** What the rules make of everything that is stored of an exposure. */
    public ExposurePicture picture(long exposure) {
        return java.util.Objects.requireNonNull(stores.transactions.execute(status -> {
            ExposureRow row = exposures.lock(exposure).orElseThrow();
            return rules.compute(
                    byKey(row.contract()), exposures.load(row, ZONE).facts(), stores.clock.now());
        }));
    }

    /** What is stored of the only exposure. */
    public ExposureFacts facts() {
        return java.util.Objects.requireNonNull(stores.transactions.execute(status -> {
            ExposureRow row = exposures
                    .lock(kit.value("select id from exposure", Long.class))
                    .orElseThrow();
            return exposures.load(row, ZONE).facts();
        }));
    }

    /** The messages of the alerts of a code that are open. */
    public List<String> alerts(String code) {
        return stores.sql
                .sql("select message from alert where code = ? and cleared_at is null order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    public List<String> texts(String query) {
        return stores.sql.sql(query).query(String.class).list();
    }

    /** Everything that is planned for now. */
    public void watchAll() {
        List<Task> due;
        while (!(due = stores.tasks.take("test", Set.of(WatchHandler.KIND), 5)).isEmpty()) {
            due.forEach(watch::handle);
        }
    }

    private WatchHandler watch() {
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
        return new WatchHandler(
                exposures,
                contracts(),
                rules,
                new Notices(stores.alerts, stores.events, stores.supply()),
                new ExposureDrafts(
                        new Declarations(books, ideas, () -> "0".repeat(64)),
                        new ChangeDrafts(new ChangePlans(books, ideas), rules, stores.clock)),
                stores.tasks,
                stores.transactions,
                stores.clock);
    }

    private Contract byKey(String key) {
        return book.contracts().stream()
                .filter(contract -> contract.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Contracts contracts() {
        return new Contracts() {
            @Override
            public Contract contract(String key, PolicyPins pins) {
                return byKey(key);
            }

            @Override
            public Optional<String> contractOf(String policy) {
                return book.byName(policy).map(known -> book.contractOf(known).key());
            }
        };
    }

    private PolicyLookup lookup() {
        return new PolicyLookup() {
            @Override
            public Optional<Found> find(
                    String creditor, String country, @Nullable LocalDate delivered, LocalDate issued) {
                return book.find(creditor, country, delivered, issued).map(this::found);
            }

            @Override
            public Optional<Found> named(String policy, String creditor) {
                return book.byName(policy).map(this::found);
            }

            private Found found(Policy policy) {
                return new Found(
                        policy.name(),
                        book.contractOf(policy).key(),
                        policy.insurer(),
                        policy.currency(),
                        policy.loss()::latestDueDate);
            }
        };
    }

    private static io.claimgate.policy.Limitations limitations() {
        try {
            return LimitationFile.read(Files.readString(Path.of(LimitationFile.PATH)))
                    .limitations();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
