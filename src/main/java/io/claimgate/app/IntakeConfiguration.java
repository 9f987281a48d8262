package io.claimgate.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.ErpMappings;
import io.claimgate.files.AckFolder;
import io.claimgate.files.CompleteFiles;
import io.claimgate.files.Completeness;
import io.claimgate.files.CsvFile;
import io.claimgate.files.ErpRoutes;
import io.claimgate.files.FolderDrops;
import io.claimgate.files.FolderTurns;
import io.claimgate.files.Intake;
import io.claimgate.files.JsonMarkers;
import io.claimgate.files.Leftovers;
import io.claimgate.files.RecordThenRemove;
import io.claimgate.files.TakeFile;
import io.claimgate.files.TurnByTurn;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Departures;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Home;
import io.claimgate.flow.Restores;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.flow.bookkeeping.Receipts;
import io.claimgate.flow.intake.Answer;
import io.claimgate.flow.intake.Answers;
import io.claimgate.flow.intake.Apply;
import io.claimgate.flow.intake.ClaimsConcerned;
import io.claimgate.flow.intake.Decide;
import io.claimgate.flow.intake.DocumentIntake;
import io.claimgate.flow.intake.ErpSources;
import io.claimgate.flow.intake.FlowIntake;
import io.claimgate.flow.intake.HeldFiles;
import io.claimgate.flow.intake.IntakeSettings;
import io.claimgate.flow.intake.IntakeTask;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.flow.intake.Stage;
import io.claimgate.flow.intake.Taking;
import io.claimgate.store.Dialect;
import io.claimgate.store.JdbcLeases;
import io.claimgate.store.intake.ApplyBuyers;
import io.claimgate.store.intake.ApplyEvents;
import io.claimgate.store.intake.ApplyInvoices;
import io.claimgate.store.intake.ApplyPayments;
import io.claimgate.store.intake.ApplyPostingReceipts;
import io.claimgate.store.intake.ApplyRates;
import io.claimgate.store.intake.ErpFileRows;
import io.claimgate.store.intake.JdbcDirtyExposures;
import io.claimgate.store.intake.JdbcErpFiles;
import io.claimgate.store.intake.JdbcFaults;
import io.claimgate.store.intake.JdbcOddities;
import io.claimgate.store.intake.JdbcSnapshots;
import io.claimgate.store.intake.JdbcStaging;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of an ERP file. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    ErpMappings erpMappings(ConfigurationFiles files) {
        ErpMappings mappings = ErpMappings.read(files.texts(ErpMappings.FOLDER, ".yaml"));
        Refusal.ifAny(mappings.problems());
        return mappings;
    }

    @Bean
    JdbcErpFiles erpFiles(JdbcClient sql, ObjectMapper json) {
        return new JdbcErpFiles(sql, new ErpFileRows(json));
    }

    @Bean
    JdbcFaults fileFaults(DataSource dataSource, Dialect dialect, TransactionTemplate transactions) {
        return new JdbcFaults(dataSource, dialect, transactions);
    }

    @Bean
    JdbcStaging staging(DataSource dataSource, Dialect dialect) {
        return new JdbcStaging(dataSource, dialect);
    }

    @Bean
    Taking taking(
            JdbcErpFiles files,
            ErpSources sources,
            ConfigurationFiles configuration,
            Tasks tasks,
            TransactionTemplate transactions,
            BusinessClock clock,
            TaskConfiguration.ProcessName process,
            Departures departures,
            Restores restores) {
        return new Taking(
                files, sources, configuration::hash, tasks, transactions, clock, process.value(), departures, restores);
    }

    @Bean
    HeldFiles heldFiles(JdbcErpFiles files, Alerts alerts, EventLog events, Tasks tasks, BusinessClock clock) {
        return new HeldFiles(files, alerts, events, tasks, clock);
    }

    @Bean
    FlowIntake flowIntake(JdbcErpFiles files, HeldFiles held, TransactionTemplate transactions) {
        return new FlowIntake(files, held, transactions);
    }

    @Bean
    Answers answers(Home home, ObjectMapper json) {
        return new AckFolder(home, json);
    }

    /** One task does all four phases. */
    @Bean
    IntakeTask intakeTask(
            JdbcErpFiles files,
            JdbcStaging staging,
            JdbcFaults faults,
            HeldFiles held,
            DocumentIntake documents,
            ClaimsConcerned claims,
            ErpSources sources,
            PolicyLookup policies,
            Receipts receipts,
            Vault vault,
            Tasks tasks,
            Alerts alerts,
            EventLog events,
            TransactionTemplate transactions,
            BusinessClock clock,
            IntakeSettings settings,
            NamedParameterJdbcTemplate named,
            JdbcClient sql,
            DataSource dataSource,
            Dialect dialect,
            ObjectMapper json,
            Answers answers) {
        JdbcSnapshots snapshots = new JdbcSnapshots(named, clock);
        return new IntakeTask(
                files,
                sources,
                new Stage(files, staging, faults, vault, CsvFile::open, policies, transactions, clock, settings),
                new Decide(files, snapshots, new JdbcOddities(named), new JsonMarkers(json), settings),
                new Apply(
                        files,
                        staging,
                        snapshots,
                        new JdbcDirtyExposures(sql),
                        claims,
                        faults,
                        tasks,
                        transactions,
                        clock,
                        settings),
                documents,
                new Answer(files, faults, staging, answers, events, tasks, transactions, clock),
                held,
                List.of(
                        new ApplyInvoices(dataSource, dialect, files, faults, policies, alerts, clock),
                        new ApplyPayments(dataSource, dialect, faults),
                        new ApplyBuyers(named, faults, policies, clock),
                        new ApplyEvents(named, faults, clock),
                        new ApplyPostingReceipts(named, faults, receipts),
                        new ApplyRates(dataSource, dialect, faults, clock)),
                tasks,
                transactions,
                clock);
    }

    @Bean
    TakeFile takeFile(Taking taking, Vault vault, Home home) {
        return new TakeFile(taking, vault, home);
    }

    @Bean
    Leftovers leftovers(TakeFile takeFile, Taking taking, Home home) {
        return new Leftovers(takeFile, taking, home);
    }

    @Bean
    FolderTurns folderTurns(
            JdbcLeases leases, Leftovers leftovers, TaskConfiguration.ProcessName process, IntakeSettings settings) {
        return new FolderTurns(leases, leftovers, process.value(), settings.folderLease());
    }

    @Bean
    TurnByTurn turnByTurn(FolderTurns turns) {
        return new TurnByTurn(turns);
    }

    @Bean
    Intake intake(TakeFile takeFile, Leftovers leftovers, FolderTurns turns, ErpSources sources) {
        return new Intake(takeFile, leftovers, turns, sources);
    }

    @Bean
    CompleteFiles completeFiles(Taking taking, IntakeSettings settings, Clock systemClock) {
        return new CompleteFiles(new Completeness(taking, settings, systemClock));
    }

    @Bean
    RecordThenRemove recordThenRemove() {
        return new RecordThenRemove();
    }

    @Bean
    FolderDrops drops(Home home, ErpSources sources, Taking taking) {
        return new FolderDrops(home, sources, taking);
    }

    @Bean
    ErpRoutes erpRoutes(ErpSources sources, Home home, IntakeSettings settings) {
        return new ErpRoutes(sources, home, settings);
    }
}
