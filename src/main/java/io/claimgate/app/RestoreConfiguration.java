package io.claimgate.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Home;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.flow.intake.Taking;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.restore.Anchor;
import io.claimgate.flow.restore.ClaimsAgain;
import io.claimgate.flow.restore.ClaimsAsked;
import io.claimgate.flow.restore.DepartedAgain;
import io.claimgate.flow.restore.FilesAgain;
import io.claimgate.flow.restore.Noticing;
import io.claimgate.flow.restore.PapersAgain;
import io.claimgate.flow.restore.Reconciliation;
import io.claimgate.flow.restore.ReleaseRestore;
import io.claimgate.flow.restore.RestoreSettings;
import io.claimgate.flow.restore.ResultsAgain;
import io.claimgate.flow.settlement.ResultPolls;
import io.claimgate.flow.transfer.TransferBooks;
import io.claimgate.store.Dialect;
import io.claimgate.store.audit.HeadsFile;
import io.claimgate.store.audit.JdbcChain;
import io.claimgate.store.restore.DepartureFiles;
import io.claimgate.store.restore.HomeBackup;
import io.claimgate.store.restore.HomeSurroundings;
import io.claimgate.store.restore.JdbcRestoreBook;
import io.claimgate.store.restore.JdbcRestores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups, and the way back of a database that was restored. */
@Configuration(proxyBeanMethods = false)
class RestoreConfiguration {

    /** Its file's name sorts by the time of the start. */
    @Bean
    @DependsOn("environmentStamp")
    DepartureFiles departures(
            Home home, ObjectMapper json, JdbcClient sql, Clock systemClock, RestoreSettings settings) {
        Instant now = systemClock.instant();
        DepartureFiles files = new DepartureFiles(
                home.departures(), "%016d-%s".formatted(now.toEpochMilli(), UUID.randomUUID()), json, sql);
        files.forget(now.minus(settings.journalKept()));
        return files;
    }

    @Bean
    @DependsOn("environmentStamp")
    JdbcRestores restores(JdbcClient sql, BusinessClock clock) {
        return new JdbcRestores(sql, clock);
    }

    @Bean
    JdbcRestoreBook restoreBook(JdbcClient sql, BusinessClock clock) {
        return new JdbcRestoreBook(sql, clock);
    }

    @Bean
    HomeSurroundings surroundings(Home home) {
        return new HomeSurroundings(home);
    }

    /** What this start noticed. */
    record Noticed(Optional<Restore> restore) {}

    /** While the application is made: nothing is taken or sent before all of it is. */
    @Bean
    Noticed noticedRestore(
            JdbcRestoreBook book,
            DepartureFiles journal,
            HomeSurroundings surroundings,
            JdbcChain chain,
            HeadsFile heads,
            Books books,
            Ideas ideas,
            RestoreSettings settings) {
        return new Noticed(
                new Noticing(book, journal, surroundings, chain, heads, books.pauses(), ideas).look(settings.said()));
    }

    @Bean
    Reconciliation reconciliation(
            JdbcRestoreBook book,
            DepartureFiles journal,
            HomeSurroundings surroundings,
            Taking taking,
            Books books,
            TransferBooks transfers,
            ResultPolls polls,
            JdbcChain chain,
            HeadsFile heads,
            Ideas ideas) {
        FilesAgain files = new FilesAgain(book, journal, taking, surroundings, ideas);
        ClaimsAgain claims = new ClaimsAgain(book, surroundings, books, ideas);
        PapersAgain papers = new PapersAgain(book, surroundings, transfers, ideas);
        return new Reconciliation(
                book,
                files,
                new DepartedAgain(book, journal, surroundings, claims, papers, ideas),
                new ClaimsAsked(book, books, ideas),
                new ResultsAgain(book, files, polls, ideas),
                new Anchor(chain, heads, surroundings, ideas),
                ideas);
    }

    @Bean
    ReleaseRestore releaseRestore(Outgoing outgoing, RequestBook requests, Ideas ideas) {
        return new ReleaseRestore(outgoing, requests, ideas);
    }

    @Bean
    HomeBackup backups(
            Home home,
            RestoreSettings settings,
            JdbcClient sql,
            Clock systemClock,
            Dialect dialect,
            @Value("${claimgate.config:}") String configuration,
            @Value("${spring.datasource.url}") String url) {
        Path folder = settings.backups() == null ? home.root().resolve("backups") : settings.backups();
        return new HomeBackup(
                home,
                folder.toAbsolutePath(),
                configuration.isBlank() ? null : Path.of(configuration).toAbsolutePath(),
                sql,
                systemClock,
                url.startsWith("jdbc:h2:file:"));
    }
}
