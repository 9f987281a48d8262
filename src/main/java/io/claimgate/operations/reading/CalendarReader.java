package io.claimgate.operations.reading;

import io.claimgate.flow.BusinessClock;
import io.claimgate.operations.access.Creditors;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The clocks of a calendar, one by one, as many as there may be. */
@Component
public class CalendarReader {

    /** How long what is over still stands in calendars, so that every program has seen that it is. */
    static final Duration STAYS = Duration.ofDays(30);
    /** What changed within that time closed hardly earlier; it keeps the search within the index of closes. */
    private static final int DAYS_BACK = 60;

    private static final String VIEW = "v_calendar";
    private static final List<String> ENDED = List.of("MET", "VOID", "MISSED");

    private final Views views;
    private final BusinessClock clock;
    private final TransactionTemplate oneMoment;

    CalendarReader(Views views, BusinessClock clock, PlatformTransactionManager transactions) {
        this.views = views;
        this.clock = clock;
        // One moment for both lists: a clock that ends in between would be in the calendar twice.
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /**
     * Passes on the running clocks, what closes first first, then those that ended within the last 30 days, the latest change first.
     *
     * @param kinds empty: all
     * @param most how many at most
     */
    public void each(Creditors seen, List<String> kinds, int most, Consumer<CalendarEntry> entries) {
        oneMoment.executeWithoutResult(status -> {
            int running = views.each(
                    VIEW,
                    where(seen, kinds).in("status", Deadlines.RUNNING),
                    "closes_on, id",
                    most,
                    CalendarEntry::of,
                    entries);
            Where ended = where(seen, kinds)
                    .in("status", ENDED)
                    .and("changed_at >= ?", clock.now().minus(STAYS));
            if (running < most) {
                views.each(VIEW, ended, "changed_at desc, id", most - running, CalendarEntry::of, entries);
            }
        });
    }

    private Where where(Creditors seen, List<String> kinds) {
        LocalDate from = clock.today(ZoneOffset.UTC).minusDays(DAYS_BACK);
        return Where.seenBy(seen).and("closes_on >= ?", from).in("kind", kinds);
    }
}
