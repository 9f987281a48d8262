package io.claimgate.app;

import io.claimgate.flow.Ideas;
import io.claimgate.flow.bookkeeping.Bookkeeping;
import io.claimgate.flow.bookkeeping.PostingStates;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.settlement.ResultsHandler;
import io.claimgate.flow.settlement.SettlementActs;
import io.claimgate.flow.settlement.SettlementBooks;
import io.claimgate.flow.settlement.SettlementSettings;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.store.settlement.JdbcClaimMoney;
import io.claimgate.store.settlement.JdbcClaimResults;
import io.claimgate.store.settlement.JdbcRemittances;
import io.claimgate.store.watch.JdbcExposures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What insurers tell of claims, applied: states, money, what we owe them. */
@Configuration(proxyBeanMethods = false)
class SettlementConfiguration {

    @Bean
    SettlementBooks settlementBooks(
            Books declaration,
            JdbcExposures exposures,
            PolicyContracts contracts,
            ExposureRules rules,
            Bookkeeping bookkeeping,
            PostingStates postings,
            JdbcClient sql,
            SettlementSettings settings) {
        return new SettlementBooks(
                declaration,
                new JdbcClaimResults(sql),
                new JdbcClaimMoney(sql),
                new JdbcRemittances(sql),
                exposures,
                contracts,
                rules,
                bookkeeping,
                postings,
                settings);
    }

    @Bean
    ResultsHandler resultsHandler(SettlementBooks books, Ideas ideas) {
        return new ResultsHandler(books, ideas);
    }

    @Bean
    SettlementActs settlementActs(SettlementBooks books, Ideas ideas) {
        return new SettlementActs(books, ideas);
    }
}
