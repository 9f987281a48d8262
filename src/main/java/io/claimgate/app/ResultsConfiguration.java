package io.claimgate.app;

import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.settlement.ListedResultsHandler;
import io.claimgate.flow.settlement.NamedClaims;
import io.claimgate.flow.settlement.PartnerWatch;
import io.claimgate.flow.settlement.ReceivedResults;
import io.claimgate.flow.settlement.ResultLists;
import io.claimgate.flow.settlement.ResultPolls;
import io.claimgate.flow.settlement.ResultsDesk;
import io.claimgate.flow.settlement.Voices;
import io.claimgate.store.JdbcInbox;
import io.claimgate.store.settlement.JdbcCursors;
import io.claimgate.store.settlement.JdbcNonces;
import io.claimgate.store.settlement.JdbcReceivedResults;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Taking in what insurers tell, pushed or listed. */
@Configuration(proxyBeanMethods = false)
class ResultsConfiguration {

    @Bean
    Voices voices(InsurerFiles.Result insurers) {
        return caller -> insurers.profiles().stream()
                .filter(insurer -> insurer.voice().equals(caller))
                .map(InsurerProfile::insurer)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    ReceivedResults receivedResults(JdbcClient sql) {
        return new JdbcReceivedResults(sql);
    }

    @Bean
    ResultsDesk resultsDesk(JdbcClient sql, ReceivedResults results, Voices voices, Books books, Ideas ideas) {
        return new ResultsDesk(
                new NamedClaims(books.claims(), results, voices), results, new JdbcInbox(sql), books.messages(), ideas);
    }

    @Bean
    ResultLists resultLists(DeclarationConfiguration.Channels insurers) {
        return insurers.lists();
    }

    @Bean
    ResultPolls resultPolls(ResultLists lists, ReceivedResults results, Voices voices, Ideas ideas) {
        return new ResultPolls(lists, results, voices, ideas);
    }

    @Bean
    ListedResultsHandler listedResultsHandler(
            ResultLists lists, ResultsDesk desk, JdbcClient sql, Books books, Ideas ideas) {
        return new ListedResultsHandler(lists, desk, new JdbcCursors(sql), books.messages(), ideas);
    }

    @Bean
    PartnerWatch partnerWatch(JdbcClient sql, Ideas ideas) {
        return new PartnerWatch(new JdbcNonces(sql), ideas);
    }
}
