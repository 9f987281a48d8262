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
import io.claimgate.files.Intake;
import io.claimgate.files.JsonMarkers;
import io.claimgate.files.Leftovers;
import io.claimgate.files.RecordThenRemove;
import io.claimgate.files.TakeFile;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Home;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.flow.intake.Answer;
import io.claimgate.flow.intake.Apply;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.Decide;
import io.claimgate.flow.intake.Drops;
import io.claimgate.flow.intake.ErpFiles;
import io.claimgate.flow.intake.ErpSources;
import io.claimgate.flow.intake.FlowIntake;
import io.claimgate.flow.intake.HeldFiles;
import io.claimgate.flow.intake.IntakeSettings;
import io.claimgate.flow.intake.IntakeTask;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.flow.intake.Stage;
import io.claimgate.flow.intake.Taking;
import io.claimgate.sandbox.ClockMover;
import io.claimgate.store.Dialect;
import io.claimgate.store.EnvironmentStamp;
import io.claimgate.store.intake.ApplyBuyers;
import io.claimgate.store.intake.ApplyInvoices;
import io.claimgate.store.intake.ApplyPayments;
import io.claimgate.store.intake.ErpFileRows;
import io.claimgate.store.intake.JdbcDirtyExposures;
import io.claimgate.store.intake.JdbcErpFiles;
import io.claimgate.store.intake.JdbcFaults;
import io.claimgate.store.intake.JdbcSnapshots;
import io.claimgate.store.intake.JdbcStaging;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of an ERP file. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    ErpMappings erpSources(ConfigurationFiles configuration) {
        ErpMappings mappings = ErpMappings.read(configuration.texts(ErpMappings.FOLDER, ".yaml"));
        Refusal.ifAny(mappings.problems());
        return mappings;
    }

    /** Every part of the flow, put together once; only what others use is a bean of its own. */
    @Bean
    IntakeTask intakeTask(
            DataSource dataSource,
            JdbcClient sql,
            Dialect dialect,
            ErpFiles files,
            ErpSources sources,
            HeldFiles held,
            PolicyLookup policies,
            Vault vault,
            Home home,
            ObjectMapper json,
            Alerts alerts,
            EventLog events,
            Tasks tasks,
            TransactionTemplate transactions,
            BusinessClock clock,
            IntakeSettings settings) {
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(dataSource);
        JdbcStaging staging = new JdbcStaging(dataSource, dialect);
        JdbcFaults faults = new JdbcFaults(dataSource, dialect, transactions);
        JdbcSnapshots snapshots = new JdbcSnapshots(named, clock);
        List<Books> books = List.of(
                new ApplyInvoices(dataSource, dialect, files, faults, policies, alerts, clock),
                new ApplyPayments(dataSource, dialect, faults),
                new ApplyBuyers(named, faults, policies, clock));
        return new IntakeTask(
                files,
                sources,
                new Stage(files, staging, faults, vault, CsvFile::open, policies, transactions, clock, settings),
                new Decide(files, snapshots, new JsonMarkers(json), settings),
                new Apply(files, staging, snapshots, new JdbcDirtyExposures(sql), faults, tasks, transactions, clock, settings),
                new Answer(files, faults, staging, new AckFolder(home, json), events, tasks, transactions, clock),
                held,
                books,
                tasks,
                transactions,
                clock);
    }

    @Bean
    JdbcErpFiles erpFiles(JdbcClient sql, ObjectMapper json, EnvironmentStamp stamped) {
        return new JdbcErpFiles(sql, new ErpFileRows(json));
    }

    @Bean
    HeldFiles heldFiles(ErpFiles files, Alerts alerts, EventLog events, Tasks tasks, BusinessClock clock) {
        return new HeldFiles(files, alerts, events, tasks, clock);
    }

    @Bean
    FlowIntake flowIntake(ErpFiles files, HeldFiles held, TransactionTemplate transactions) {
        return new FlowIntake(files, held, transactions);
    }

    @Bean
    Taking taking(
            ErpFiles files,
            ErpSources sources,
            ConfigurationFiles configuration,
            Tasks tasks,
            TransactionTemplate transactions,
            BusinessClock clock,
            TaskConfiguration.ProcessName process) {
        return new Taking(files, sources, configuration::hash, tasks, transactions, clock, process.value());
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
    CompleteFiles completeFiles(Taking taking, IntakeSettings settings, Clock systemClock) {
        return new CompleteFiles(new Completeness(taking, settings, systemClock));
    }

    @Bean
    RecordThenRemove recordThenRemove(Leftovers leftovers) {
        return new RecordThenRemove(leftovers);
    }

    @Bean
    Intake intake(TakeFile takeFile, Leftovers leftovers, ErpSources sources) {
        return new Intake(takeFile, leftovers, sources);
    }

    @Bean
    FolderDrops drops(Home home, ErpSources sources, Taking taking) {
        return new FolderDrops(home, sources, taking);
    }

    /** Files that were dropped before the clock was asked to move are taken before it moves. */
    @Bean
    @Profile("sandbox")
    ClockMover.PendingInput droppedFiles(Drops drops) {
        return drops::waiting;
    }

    /** Needs the template of {@code routes/erp.camel.yaml}, which is loaded before the context starts. */
    @Bean
    CamelContextConfiguration erpRoutes(ErpSources sources, Home home, IntakeSettings settings) {
        ErpRoutes routes = new ErpRoutes(sources, home, settings);
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                // The templates may not be there yet.
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                routes.add(context);
            }
        };
    }
}
