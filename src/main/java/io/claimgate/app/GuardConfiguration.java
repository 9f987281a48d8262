package io.claimgate.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ClaimActs;
import io.claimgate.flow.declaration.SendAgain;
import io.claimgate.flow.declaration.StoppedClaims;
import io.claimgate.flow.guard.Cases;
import io.claimgate.flow.guard.ClockTimer;
import io.claimgate.flow.guard.ClockWatch;
import io.claimgate.flow.guard.GuardHandler;
import io.claimgate.flow.guard.GuardSettings;
import io.claimgate.flow.guard.Guards;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.request.SecondPerson;
import io.claimgate.flow.restore.ReleaseRestore;
import io.claimgate.flow.watch.DueDates;
import io.claimgate.store.guard.JdbcGuardCases;
import io.claimgate.store.guard.JdbcReleaseHistory;
import io.claimgate.store.guard.JdbcTicks;
import io.claimgate.store.request.JdbcRequests;
import io.claimgate.store.watch.JdbcFrozenDates;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What stops the machine until a person has looked, and what needs two persons. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    @Bean
    JdbcGuardCases guardCaseStore(JdbcClient sql) {
        return new JdbcGuardCases(sql);
    }

    @Bean
    Cases cases(JdbcGuardCases store, Ideas ideas) {
        return new Cases(store, ideas);
    }

    @Bean
    ClockWatch clockWatch(JdbcClient sql, JdbcGuardCases store, Cases cases, Ideas ideas, GuardSettings settings) {
        return new ClockWatch(new JdbcTicks(sql), store, cases, ideas, settings);
    }

    @Bean
    ClockTimer clockTimer(ClockWatch watch, TransactionTemplate transactions) {
        return new ClockTimer(watch, transactions);
    }

    @Bean
    Guards guards(ClockWatch clock, JdbcGuardCases store, Cases cases, JdbcClient sql, Ideas ideas) {
        return new Guards(clock, store, cases, new JdbcReleaseHistory(sql), ideas);
    }

    @Bean
    GuardHandler guardHandler(JdbcGuardCases store, Ideas ideas) {
        return new GuardHandler(store, ideas);
    }

    @Bean
    JdbcRequests requestStore(JdbcClient sql, ObjectMapper json) {
        return new JdbcRequests(sql, json);
    }

    @Bean
    RequestBook requestBook(JdbcRequests requests, Ideas ideas, GuardSettings settings) {
        return new RequestBook(requests, ideas, settings.requestsExpire());
    }

    @Bean
    SendAgain sendAgain(Books books, Ideas ideas, RequestBook requests) {
        return new SendAgain(books, ideas, requests);
    }

    @Bean
    StoppedClaims stoppedClaims(JdbcGuardCases store, Cases cases, Ideas ideas, RequestBook requests) {
        return new StoppedClaims(store, cases, ideas, requests);
    }

    @Bean
    DueDates dueDates(JdbcClient sql, Ideas ideas, RequestBook requests) {
        return new DueDates(new JdbcFrozenDates(sql), ideas, requests);
    }

    @Bean
    SecondPerson secondPerson(
            JdbcRequests requests,
            RequestBook book,
            ClaimActs claims,
            SendAgain sendAgain,
            StoppedClaims stopped,
            DueDates dueDates,
            ReleaseRestore releaseRestore,
            Ideas ideas) {
        return new SecondPerson(
                requests,
                book,
                List.of(
                        claims.manualFilings(),
                        sendAgain,
                        stopped,
                        dueDates.corrections(),
                        dueDates.reopenings(),
                        releaseRestore),
                ideas);
    }
}
