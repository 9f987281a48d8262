package io.claimgate.app;

import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Departures;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restores;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ChangeActs;
import io.claimgate.flow.declaration.ChangePlans;
import io.claimgate.flow.declaration.ClaimActs;
import io.claimgate.flow.declaration.ClaimHandler;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.flow.declaration.InsurerChannel;
import io.claimgate.flow.declaration.InsurerChannels;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.flow.guard.Cases;
import io.claimgate.flow.guard.Guards;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.settlement.ResultList;
import io.claimgate.flow.settlement.ResultLists;
import io.claimgate.flow.transfer.DocumentChannels;
import io.claimgate.insurer.Addresses;
import io.claimgate.insurer.ConfiguredInsurers;
import io.claimgate.problem.Problem;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims, their declaration, and the channels to insurers. */
@Configuration(proxyBeanMethods = false)
class DeclarationConfiguration {

    @Bean
    Books declarationBooks(JdbcClient sql, NamedParameterJdbcTemplate batches, BusinessClock clock, Clock systemClock) {
        return new Books(
                new JdbcClaims(sql, batches),
                new JdbcSubmissions(sql, clock),
                new JdbcChanges(sql, batches, clock),
                new JdbcMessages(sql, clock, systemClock),
                new JdbcPauses(sql),
                new JdbcDailyReleases(sql));
    }

    @Bean
    Ideas declarationIdeas(
            Tasks tasks,
            EventLog events,
            Alerts alerts,
            Vault vault,
            BusinessClock clock,
            Clock systemClock,
            TransactionTemplate transactions,
            Departures departures,
            Restores restores) {
        return new Ideas(tasks, events, alerts, vault, clock, systemClock, transactions, departures, restores);
    }

    @Bean
    Declarations declarations(Books books, Ideas ideas, ConfigurationFiles files) {
        return new Declarations(books, ideas, files::hash);
    }

    @Bean
    ClaimHandler claimHandler(Books books, Guards guards, Ideas ideas, InsurerChannels channels) {
        return new ClaimHandler(books, guards, ideas, channels);
    }

    @Bean
    ClaimActs claimActs(Books books, Cases cases, Ideas ideas, RequestBook requests) {
        return new ClaimActs(books, cases, ideas, requests);
    }

    @Bean
    ChangePlans changePlans(Books books, Ideas ideas) {
        return new ChangePlans(books, ideas);
    }

    @Bean
    ChangeActs changeActs(Books books, Ideas ideas) {
        return new ChangeActs(books, ideas);
    }

    @Bean
    Outgoing outgoing(Books books, Ideas ideas) {
        return new Outgoing(books, ideas);
    }

    @Bean
    InsurerFiles.Result insurerProfiles(ConfigurationFiles files, Environment environment) {
        return new InsurerFiles(environment::getProperty)
                .read(files.texts("mappings/insurers", "/insurer.yaml").entrySet().stream()
                        .map(file -> new InsurerFiles.Source(file.getKey(), file.getValue()))
                        .toList());
    }

    @Bean(destroyMethod = "close")
    Channels insurerChannels(InsurerFiles.Result profiles, ConfigurationFiles files, Environment environment) {
        boolean sandbox = Set.of(environment.getActiveProfiles()).contains("sandbox");
        return new Channels(profiles, files, new Addresses(environment::getProperty, sandbox));
    }

    /** The channels are made when Camel has its route templates, before tasks run. */
    static final class Channels implements InsurerChannels, CamelContextConfiguration, AutoCloseable {

        private final InsurerFiles.Result profiles;
        private final ConfigurationFiles files;
        private final Addresses addresses;
        private volatile @Nullable ConfiguredInsurers ready;

        Channels(InsurerFiles.Result profiles, ConfigurationFiles files, Addresses addresses) {
            this.profiles = profiles;
            this.files = files;
            this.addresses = addresses;
        }

        @Override
        public void beforeApplicationStart(CamelContext context) {
            List<Problem> problems = profiles.problems();
            problems.forEach(problem -> LoggerFactory.getLogger(DeclarationConfiguration.class)
                    .warn("insurer not available: {}", problem.sentence()));
        }

        @Override
        public void afterApplicationStart(CamelContext context) {
            ready = new ConfiguredInsurers(context, profiles.profiles(), files::bytes, addresses);
        }

        /** From when on they can be used. */
        boolean areUp() {
            return ready != null;
        }

        /** The lists of results; none before Camel is up. */
        ResultLists lists() {
            return new ResultLists() {
                @Override
                public Collection<String> insurers() {
                    ConfiguredInsurers channels = ready;
                    return channels == null ? List.of() : channels.lists().insurers();
                }

                @Override
                public Optional<ResultList> of(String insurer) {
                    ConfiguredInsurers channels = ready;
                    return channels == null
                            ? Optional.empty()
                            : channels.lists().of(insurer);
                }
            };
        }

        @Override
        public InsurerChannel of(String insurer) {
            return up().of(insurer);
        }

        /** The ways of documents. */
        DocumentChannels documents() {
            return insurer -> up().documents().of(insurer);
        }

        private ConfiguredInsurers up() {
            ConfiguredInsurers channels = ready;
            if (channels == null) {
                // Nothing was sent; a start is nothing that a person has to know.
                throw new PartnerFailure.Transient("the channels to insurers are not up yet", null);
            }
            return channels;
        }

        @Override
        public void close() {
            ConfiguredInsurers channels = ready;
            if (channels != null) {
                channels.close();
            }
        }
    }
}
