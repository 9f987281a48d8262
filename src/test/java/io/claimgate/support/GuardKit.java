package io.claimgate.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ClaimActs;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.flow.declaration.SendAgain;
import io.claimgate.flow.declaration.StoppedClaims;
import io.claimgate.flow.guard.Cases;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The guards, and what needs two persons, over real stores. */
public final class GuardKit {

    public final JdbcGuardCases store;
    public final ClockWatch clock;
    public final Guards guards;
    public final GuardHandler handler;
    public final ClaimActs acts;
    public final SendAgain sendAgain;
    public final StoppedClaims stopped;
    public final DueDates dueDates;
    public final ReleaseRestore releaseRestore;
    public final SecondPerson second;

    public GuardKit(JdbcClient sql, ObjectMapper json, Books books, Ideas ideas) {
        GuardSettings settings = GuardSettings.DEFAULT;
        store = new JdbcGuardCases(sql);
        Cases cases = new Cases(store, ideas);
        clock = new ClockWatch(new JdbcTicks(sql), store, cases, ideas, settings);
        guards = new Guards(clock, store, cases, new JdbcReleaseHistory(sql), ideas);
        handler = new GuardHandler(store, ideas);
        JdbcRequests requests = new JdbcRequests(sql, json);
        RequestBook book = new RequestBook(requests, ideas, settings.requestsExpire());
        acts = new ClaimActs(books, cases, ideas, book);
        sendAgain = new SendAgain(books, ideas, book);
        stopped = new StoppedClaims(store, cases, ideas, book);
        dueDates = new DueDates(new JdbcFrozenDates(sql), ideas, book);
        releaseRestore = new ReleaseRestore(new Outgoing(books, ideas), book, ideas);
        second = new SecondPerson(
                requests,
                book,
                List.of(
                        acts.manualFilings(),
                        sendAgain,
                        stopped,
                        dueDates.corrections(),
                        dueDates.reopenings(),
                        releaseRestore),
                ideas);
    }
}
