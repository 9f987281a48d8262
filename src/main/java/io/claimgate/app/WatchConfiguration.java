package io.claimgate.app;

import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.LimitationFile;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.feed.ErpSource;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.bookkeeping.StopSupply;
import io.claimgate.flow.declaration.ChangePlans;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.flow.intake.ErpSources;
import io.claimgate.flow.watch.ChangeDrafts;
import io.claimgate.flow.watch.ExposureDrafts;
import io.claimgate.flow.watch.Notices;
import io.claimgate.flow.watch.PolicyRecomputation;
import io.claimgate.flow.watch.RateSettings;
import io.claimgate.flow.watch.Scenarios;
import io.claimgate.flow.watch.WatchHandler;
import io.claimgate.policy.PolicyBook;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.scenario.ScenarioRules;
import io.claimgate.store.EnvironmentStamp;
import io.claimgate.store.JdbcAlerts;
import io.claimgate.store.JdbcEventLog;
import io.claimgate.store.JdbcTasks;
import io.claimgate.store.PolicyVersions;
import io.claimgate.store.watch.FactsReader;
import io.claimgate.store.watch.JdbcExposures;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Policies, and the task that watches every exposure. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    HolidayCalendars holidayCalendars() {
        return new JollydayCalendars();
    }

    @Bean
    ExposureRules exposureRules(HolidayCalendars holidays, ConfigurationFiles configuration) {
        LimitationFile.Result laws = LimitationFile.read(configuration.text(LimitationFile.PATH));
        Refusal.ifAny(laws.problems());
        return new ExposureRules(holidays, laws.limitations());
    }

    @Bean
    PolicyFiles policyFiles(HolidayCalendars holidays) {
        return new PolicyFiles(holidays);
    }

    @Bean
    PolicyVersions policyVersions(JdbcClient sql, BusinessClock clock) {
        return new PolicyVersions(sql, clock);
    }

    @Bean
    PolicyContracts policyContracts(
            ConfigurationFiles configuration, PolicyFiles files, PolicyVersions versions, EnvironmentStamp stamped) {
        Map<String, String> texts = configuration.texts("mappings/policies", ".yaml");
        PolicyFiles.Result result = files.read(texts.entrySet().stream()
                .map(file -> new PolicyFiles.Source(file.getKey(), file.getValue()))
                .toList());
        Refusal.ifAny(result.problems());
        Map<String, Integer> numbers = new TreeMap<>();
        result.policies()
                .forEach(policy -> numbers.put(
                        policy.name(),
                        versions.record(policy.name(), policy.contentHash(), text(texts, policy.name()))));
        return new PolicyContracts(PolicyBook.of(result.policies(), numbers), files, versions);
    }

    /** The file that holds a policy. */
    private static String text(Map<String, String> texts, String policy) {
        String byName = texts.get("mappings/policies/" + policy + ".yaml");
        if (byName != null) {
            return byName;
        }
        return texts.values().stream()
                .filter(text -> text.lines()
                        .anyMatch(line -> line.matches(
                                "policy:\\s*[\"']?" + java.util.regex.Pattern.quote(policy) + "[\"']?\\s*(#.*)?")))
                .findFirst()
                .orElseThrow();
    }

    @Bean
    JdbcExposures watchedExposures(NamedParameterJdbcTemplate named, ErpSources sources, RateSettings rates) {
        Supplier<Set<String>> implied = () -> sources.all().stream()
                .filter(erp -> erp.payments() == ErpSource.Payments.IMPLIED)
                .map(ErpSource::source)
                .collect(Collectors.toUnmodifiableSet());
        return new JdbcExposures(named, new FactsReader(named, implied, rates));
    }

    @Bean
    PolicyRecomputation policyRecomputation(
            JdbcExposures exposures,
            PolicyContracts contracts,
            JdbcTasks tasks,
            JdbcEventLog events,
            TransactionTemplate transactions,
            BusinessClock clock) {
        return new PolicyRecomputation(exposures, contracts, tasks, events, transactions, clock);
    }

    @Bean
    Scenarios scenarios(PolicyContracts contracts, ExposureRules rules, RateSettings rates) {
        return new Scenarios(contracts.book(), new ScenarioRules(rules, rates.longestAgeDays()));
    }

    @Bean
    WatchHandler watchHandler(
            JdbcExposures exposures,
            PolicyContracts contracts,
            ExposureRules rules,
            JdbcAlerts alerts,
            JdbcEventLog events,
            Declarations declarations,
            ChangePlans changes,
            StopSupply supply,
            JdbcTasks tasks,
            TransactionTemplate transactions,
            BusinessClock clock) {
        return new WatchHandler(
                exposures,
                contracts,
                rules,
                new Notices(alerts, events, supply),
                new ExposureDrafts(declarations, new ChangeDrafts(changes, rules, clock)),
                tasks,
                transactions,
                clock);
    }
}
