package io.claimgate.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.files.AccountingFileWriter;
import io.claimgate.files.OutFolders;
import io.claimgate.files.TikaContentCheck;
import io.claimgate.flow.Departures;
import io.claimgate.flow.Home;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.audit.AuditKeys;
import io.claimgate.flow.audit.Sealer;
import io.claimgate.flow.audit.Verification;
import io.claimgate.flow.bookkeeping.BatchActs;
import io.claimgate.flow.bookkeeping.BookkeepingSettings;
import io.claimgate.flow.bookkeeping.HoldBatchHandler;
import io.claimgate.flow.bookkeeping.PostingBatchHandler;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ChangeActs;
import io.claimgate.flow.declaration.ClaimActs;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.flow.declaration.SendAgain;
import io.claimgate.flow.declaration.StoppedClaims;
import io.claimgate.flow.intake.ClaimDocuments;
import io.claimgate.flow.intake.DocumentFiling;
import io.claimgate.flow.intake.DocumentSettings;
import io.claimgate.flow.request.SecondPerson;
import io.claimgate.flow.restore.ReleaseRestore;
import io.claimgate.flow.watch.DueDates;
import io.claimgate.flow.watch.Scenarios;
import io.claimgate.operations.acts.DropSources;
import io.claimgate.operations.acts.FileActs;
import io.claimgate.operations.calendar.WarningSteps;
import io.claimgate.policy.PolicyBook;
import io.claimgate.scenario.ScenarioRules;
import io.claimgate.store.Dialect;
import io.claimgate.store.FileVault;
import io.claimgate.store.JdbcAlerts;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcLeases;
import io.claimgate.store.JdbcTasks;
import io.claimgate.store.audit.HeadsFile;
import io.claimgate.store.audit.JdbcChain;
import io.claimgate.store.audit.KeyFolder;
import io.claimgate.store.bookkeeping.JdbcHolds;
import io.claimgate.store.bookkeeping.JdbcOutBatches;
import io.claimgate.store.bookkeeping.JdbcPostings;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import io.claimgate.store.intake.JdbcClaimsConcerned;
import io.claimgate.store.intake.JdbcDocuments;
import io.claimgate.store.restore.HomeBackup;
import io.claimgate.store.restore.JdbcRestores;
import io.claimgate.support.Bookings;
import io.claimgate.support.GuardKit;
import io.claimgate.support.TestClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Room operations over the real stores, without broker, intake and insurer; business time stands still. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {ArtemisAutoConfiguration.class, JmsAutoConfiguration.class})
@ComponentScan("io.claimgate.operations")
@ConfigurationPropertiesScan("io.claimgate.operations")
class OperationsTestApplication {

    @Bean
    Home home(@Value("${claimgate.home}") Path root) {
        return new Home(root);
    }

    @Bean
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    TestClock businessClock() {
        return new TestClock();
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    AuditKeys auditKeys(Home home) {
        return KeyFolder.open(home.keys());
    }

    @Bean
    HeadsFile heads(Home home) {
        return new HeadsFile(home.audit());
    }

    @Bean
    JdbcChain chain(JdbcClient sql, JdbcOperations batches, DataSource source) {
        return new JdbcChain(sql, batches, Dialect.of(source));
    }

    @Bean
    Sealer sealer(JdbcChain chain, HeadsFile heads, AuditKeys keys, JdbcClient sql, DataSource source, Ideas ideas) {
        return new Sealer(chain, heads, keys, new JdbcLeases(sql, Dialect.of(source)), ideas, "test");
    }

    @Bean
    Verification verification(JdbcChain chain, HeadsFile heads, AuditKeys keys) {
        return new Verification(chain, heads, keys, Clock.systemUTC());
    }

    @Bean
    JdbcEventLog eventLog(JdbcClient sql, TestClock clock, ObjectMapper json, AuditKeys keys) {
        return new JdbcEventLog(sql, clock, Clock.systemUTC(), json, keys);
    }

    @Bean
    JdbcAlerts alerts(JdbcClient sql, JdbcEventLog events, TestClock clock) {
        return new JdbcAlerts(sql, events, clock);
    }

    @Bean
    JdbcTasks tasks(
            NamedParameterJdbcTemplate sql,
            TransactionTemplate transactions,
            TestClock clock,
            JdbcAlerts alerts,
            DataSource source) {
        return new JdbcTasks(
                sql, transactions, clock, Clock.systemUTC(), Dialect.of(source), alerts, Duration.ofSeconds(60));
    }

    @Bean
    FileVault vault(Home home, JdbcClient sql, TestClock clock) {
        return new FileVault(home.vault(), sql, clock);
    }

    @Bean
    Ideas ideas(
            JdbcTasks tasks,
            JdbcEventLog events,
            JdbcAlerts alerts,
            FileVault vault,
            TestClock clock,
            TransactionTemplate transactions,
            JdbcRestores restores) {
        return new Ideas(
                tasks, events, alerts, vault, clock, Clock.systemUTC(), transactions, Departures.NONE, restores);
    }

    @Bean
    Books books(JdbcClient sql, NamedParameterJdbcTemplate batches, TestClock clock) {
        return new Books(
                new JdbcClaims(sql, batches),
                new JdbcSubmissions(sql, clock),
                new JdbcChanges(sql, batches, clock),
                new JdbcMessages(sql, clock, Clock.systemUTC()),
                new JdbcPauses(sql),
                new JdbcDailyReleases(sql));
    }

    @Bean
    GuardKit guardKit(JdbcClient sql, ObjectMapper json, Books books, Ideas ideas) {
        return new GuardKit(sql, json, books, ideas);
    }

    @Bean
    ClaimActs claimActs(GuardKit guards) {
        return guards.acts;
    }

    @Bean
    JdbcRestores restores(JdbcClient sql, TestClock clock) {
        return new JdbcRestores(sql, clock);
    }

    @Bean
    ReleaseRestore releaseRestore(GuardKit guards) {
        return guards.releaseRestore;
    }

    @Bean
    HomeBackup backups(Home home, JdbcClient sql) {
        return new HomeBackup(home, home.root().resolve("backups"), null, sql, Clock.systemUTC(), false);
    }

    @Bean
    SendAgain sendAgain(GuardKit guards) {
        return guards.sendAgain;
    }

    @Bean
    StoppedClaims stoppedClaims(GuardKit guards) {
        return guards.stopped;
    }

    @Bean
    DueDates dueDates(GuardKit guards) {
        return guards.dueDates;
    }

    @Bean
    SecondPerson secondPerson(GuardKit guards) {
        return guards.second;
    }

    @Bean
    ChangeActs changeActs(Books books, Ideas ideas) {
        return new ChangeActs(books, ideas);
    }

    @Bean
    ClaimDocuments claimDocuments(NamedParameterJdbcTemplate sql, Ideas ideas) {
        return new ClaimDocuments(
                new DocumentFiling(
                        new JdbcDocuments(sql),
                        new JdbcClaimsConcerned(sql),
                        ideas.events(),
                        ideas.tasks(),
                        ideas.clock()),
                new TikaContentCheck(new DocumentSettings(DataSize.ofKilobytes(64))),
                ideas);
    }

    @Bean
    Outgoing outgoing(Books books, Ideas ideas) {
        return new Outgoing(books, ideas);
    }

    @Bean
    BatchActs batchActs(JdbcClient sql, NamedParameterJdbcTemplate named, Home home, Ideas ideas) {
        JdbcOutBatches batches = new JdbcOutBatches(sql);
        OutFolders folders = new OutFolders(home);
        AccountingFileWriter files = new AccountingFileWriter();
        return new BatchActs(
                batches,
                new PostingBatchHandler(
                        new JdbcPostings(named),
                        batches,
                        Bookings.mappings(),
                        files,
                        folders,
                        ideas,
                        new BookkeepingSettings(Duration.ofDays(3))),
                new HoldBatchHandler(new JdbcHolds(named), batches, files, folders, ideas),
                ideas);
    }

    /** The policies that the project ships. */
    @Bean
    Scenarios scenarios() {
        JollydayCalendars holidays = new JollydayCalendars();
        PolicyFiles.Result read = new PolicyFiles(holidays)
                .read(ConfigurationFiles.read(null).texts("mappings/policies", ".yaml").entrySet().stream()
                        .map(file -> new PolicyFiles.Source(file.getKey(), file.getValue()))
                        .toList());
        return new Scenarios(PolicyBook.of(read.policies()), new ScenarioRules(holidays));
    }

    /** What a person decided about a held file, in the order of the decisions. */
    @Bean
    Decisions decisions() {
        return new Decisions(new java.util.concurrent.CopyOnWriteArrayList<>());
    }

    record Decisions(List<String> made) implements FileActs {
        @Override
        public void release(long fileId, String actor) {
            made.add("release " + fileId + " by " + actor);
        }

        @Override
        public void refuse(long fileId, String reason, String actor) {
            made.add("refuse " + fileId + " by " + actor + ": " + reason);
        }
    }

    @Bean
    DropSources sources() {
        Map<String, List<String>> served = Map.of("acme", List.of("ACME-FR"), "nippon", List.of("NIPPON"));
        return source -> Optional.ofNullable(served.get(source));
    }

    @Bean
    WarningSteps warningSteps() {
        return policy -> List.of(15, 7, 3, 1, 0);
    }

    @Bean
    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:echo")
                        .routeId("test.echo")
                        .description("Give back what comes in")
                        .routeGroup("test")
                        .log("echo");
                from("file:target/polled?initialDelay=0&delay=200")
                        .routeId("test.poll")
                        .description("Look into a folder")
                        .log("polled");
            }
        };
    }
}
