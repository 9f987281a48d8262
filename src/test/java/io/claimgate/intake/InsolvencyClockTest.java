package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ChangePlans;
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
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the row of an events file to the clock that it starts, by the shipped policy. */
class InsolvencyClockTest {

    private static final String INSOLVENCY =
            "kind,date,awareOn,publishedOn,buyerId\nINSOLVENCY,2026-05-05,2026-05-27,2026-05-29,C1\n";

    @TempDir
    Path folder;

    private IntakeKit kit;
    private WatchHandler watch;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_insolvency_that_a_file_tells_starts_its_own_clock(Databases database) throws IOException {
        // Given
        start(database);
        kit.bring("acme", "invoices.csv", Acme.HEADER + Acme.A.replace("2026-03-31", "2026-05-31"));
        recompute();
        List<String> before = clocks();

        // When
        kit.bring("acme", "events.csv", INSOLVENCY);
        recompute();

        // Then: awareness 27 May + 10 days is earlier than the opening + 90 days
        assertThat(before).doesNotContain("insolvency");
        assertThat(clocks()).contains("insolvency");
        assertThat(kit.value("select closes_on from deadline where kind = 'insolvency' and current", LocalDate.class))
                .isEqualTo("2026-06-06");
        assertThat(kit.value("select cover_stopped_on from exposure", LocalDate.class))
                .isEqualTo("2026-05-05");
    }

    private List<String> clocks() {
        return kit.stores
                .sql
                .sql("select kind from deadline where current")
                .query(String.class)
                .list();
    }

    private void recompute() {
        for (Task task : kit.stores.tasks.take("test", Set.of(WatchHandler.KIND), 5)) {
            watch.handle(task);
        }
    }

    private void start(Databases database) throws IOException {
        Stores stores = new Stores(database);
        kit = new IntakeKit(stores, folder, Map.of("acme", Acme.MAPPING));
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
        watch = new WatchHandler(
                new JdbcExposures(stores.named, new FactsReader(stores.named)),
                contracts(),
                new ExposureRules(new JollydayCalendars()),
                new Notices(
                        stores.alerts,
                        stores.events,
                        new io.claimgate.flow.bookkeeping.StopSupply(
                                new io.claimgate.store.bookkeeping.JdbcHolds(stores.named),
                                stores.tasks,
                                stores.clock)),
                new ExposureDrafts(
                        new Declarations(books, ideas, () -> "0".repeat(64)),
                        new ChangeDrafts(
                                new ChangePlans(books, ideas),
                                new ExposureRules(new JollydayCalendars()),
                                stores.clock)),
                stores.tasks,
                stores.transactions,
                stores.clock);
    }

    private static Contracts contracts() throws IOException {
        String path = "mappings/policies/ACME-2026.yaml";
        Policy policy = new PolicyFiles(new JollydayCalendars())
                .read(List.of(new PolicyFiles.Source(path, Files.readString(Path.of(path)))))
                .policies()
                .get(0);
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
}
