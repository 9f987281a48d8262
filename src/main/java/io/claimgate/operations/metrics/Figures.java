package io.claimgate.operations.metrics;

import io.claimgate.flow.BusinessClock;
import io.claimgate.operations.access.Creditors;
import io.claimgate.operations.reading.Risk;
import io.claimgate.operations.routes.PollAges;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of contract 7 from the views of counts. No label names a buyer or a claim. */
@Component
class Figures {

    private static final Creditors ALL = Creditors.of(Set.of(Creditors.ALL));
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Risk risk;
    private final BusinessClock clock;
    private final CamelContext camel;
    private final PollAges polls;
    private final Gauges receivables;
    private final Gauges deadlines;
    private final Gauges atRisk;
    private final Gauges slack;
    private final Gauges tasks;
    private final Gauges oldest;
    private final Gauges unknown;
    private final Gauges postings;
    private final Gauges pollAge;
    private final Gauges alerts;
    private final Gauges paused;
    private final List<Gauges> gauges;
    private final Counters files;
    private final Counters records;
    private final Counters documents;
    private final Counters submissions;
    private final Counters seconds;

    Figures(
            JdbcClient jdbc,
            Risk risk,
            BusinessClock clock,
            CamelContext camel,
            PollAges polls,
            MeterRegistry registry) {
        this.jdbc = jdbc;
        this.risk = risk;
        this.clock = clock;
        this.camel = camel;
        this.polls = polls;
        receivables = new Gauges(registry, "claimgate.receivables", "Receivables by state", "");
        deadlines = new Gauges(registry, "claimgate.deadlines", "Current deadlines by kind and status", "");
        atRisk = new Gauges(registry, "claimgate.amount.at.risk", "Amount whose clock closes within so many days", "");
        slack = new Gauges(
                registry, "claimgate.slack", "Smallest time to a safe date among what is not declared yet", "seconds");
        tasks = new Gauges(registry, "claimgate.tasks", "Tasks by kind and state", "");
        oldest = new Gauges(registry, "claimgate.task.oldest", "How long the oldest due task waits", "seconds");
        unknown = new Gauges(registry, "claimgate.unknown.outcomes", "Submissions whose outcome is unknown", "");
        postings = new Gauges(registry, "claimgate.postings", "Postings by status", "");
        pollAge = new Gauges(registry, "claimgate.poll.age", "Time since the last completed poll", "seconds");
        alerts = new Gauges(registry, "claimgate.alerts", "Open alerts by severity", "");
        paused = new Gauges(registry, "claimgate.outgoing.paused", "Pauses of what goes out, by scope", "");
        gauges = List.of(
                receivables, deadlines, atRisk, slack, tasks, oldest, unknown, postings, pollAge, alerts, paused);
        files = new Counters(registry, "claimgate.files", "Files taken", false);
        records = new Counters(registry, "claimgate.records", "Rows of files by what became of them", false);
        documents = new Counters(
                registry, "claimgate.documents.bytes", "Bytes of documents that insurers confirmed", false);
        submissions = new Counters(registry, "claimgate.submissions", "Submissions by outcome", false);
        seconds =
                new Counters(registry, "claimgate.submission", "From the first byte to the end of a submission", true);
    }

    void refresh() {
        gauges.forEach(Gauges::forget);
        each(
                "select state, n from v_count_receivable",
                row -> receivables.add(row.getDouble("n"), "state", row.getString("state")));
        each(
                "select kind, status, n from v_count_deadline",
                row -> deadlines.add(
                        row.getDouble("n"), "kind", row.getString("kind"), "status", row.getString("status")));
        each(
                "select state, n from v_count_posting",
                row -> postings.add(row.getDouble("n"), "status", row.getString("state")));
        alerts();
        risk();
        slack();
        tasks();
        files();
        submissions();
        polls.look();
        camel.getRoutes()
                .forEach(route ->
                        polls.age(route).ifPresent(age -> pollAge.add(age.toSeconds(), "route", route.getRouteId())));
        gauges.forEach(Gauges::show);
    }

    /** With their zeros: a panel that is empty because nothing is wrong looks like one that is broken. */
    private void alerts() {
        each(
                "select w.severity, count(a.id) as n from (values ('INFO'), ('WARNING'), ('CRITICAL')) w (severity)"
                        + " left join v_alert a on a.severity = w.severity and a.cleared_at is null group by w.severity",
                row -> alerts.add(row.getDouble("n"), "severity", row.getString("severity")));
        each(
                "select w.scope, count(p.name) as n from (values ('ALL'), ('INSURER'), ('CREDITOR')) w (scope)"
                        + " left join v_outgoing_pause p on p.scope = w.scope group by w.scope",
                row -> paused.add(row.getDouble("n"), "scope", row.getString("scope")));
    }

    private void risk() {
        risk.summary(ALL)
                .items()
                .forEach(one -> one.within()
                        .forEach(within -> atRisk.add(
                                within.amount().doubleValue(),
                                "currency",
                                one.currency(),
                                "within",
                                String.valueOf(within.days()))));
    }

    private void slack() {
        Instant now = clock.now();
        each(
                "select safe_on, closes_on, closes_at from v_risk where safe_on is not null and closes_at is not null and closes_on is not null"
                        + " order by safe_on, closes_at fetch first 1 row only",
                row -> {
                    // The end of the safe day in the policy's zone: as many days before the close as the dates are
                    // apart.
                    long apart = row.getObject("closes_on", LocalDate.class).toEpochDay()
                            - row.getObject("safe_on", LocalDate.class).toEpochDay();
                    Instant safe = row.getObject("closes_at", OffsetDateTime.class)
                            .toInstant()
                            .minus(DAY.multipliedBy(apart));
                    slack.add(Duration.between(now, safe).toSeconds());
                });
    }

    private void tasks() {
        Instant now = clock.now();
        each("select kind, state, n, oldest from v_count_task", row -> {
            tasks.add(row.getDouble("n"), "kind", row.getString("kind"), "state", row.getString("state"));
            Instant due = row.getObject("oldest", OffsetDateTime.class).toInstant();
            if ("READY".equals(row.getString("state"))) {
                oldest.add(Math.max(0, Duration.between(due, now).toSeconds()), "kind", row.getString("kind"));
            }
        });
    }

    private void files() {
        each("select * from v_count_file", row -> {
            String source = row.getString("source");
            files.set(
                    row.getLong("n"),
                    0,
                    "source",
                    source,
                    "feed",
                    row.getString("feed"),
                    "status",
                    row.getString("status"));
        });
        each(
                "select feed, sum(created) as created, sum(updated) as updated, sum(unchanged) as unchanged, sum(settled) as settled,"
                        + " sum(rejected) as rejected, sum(warned) as warned from v_count_file group by feed",
                row -> {
                    for (String outcome : List.of("created", "updated", "unchanged", "settled", "rejected", "warned")) {
                        records.set(row.getLong(outcome), 0, "feed", row.getString("feed"), "outcome", outcome);
                    }
                });
    }

    private void submissions() {
        each("select bytes from v_count_document", row -> documents.set(row.getLong("bytes"), 0));
        unknown.add(jdbc.sql("select coalesce(sum(n), 0) from v_count_submission where state = 'OUTCOME_UNKNOWN'")
                .query(Double.class)
                .single());
        each("select * from v_count_submission", row -> {
            String insurer = row.getString("insurer");
            submissions.set(row.getLong("n"), 0, "insurer", insurer, "outcome", row.getString("state"));
            seconds.set(
                    row.getLong("timed"),
                    row.getDouble("seconds"),
                    "insurer",
                    insurer,
                    "outcome",
                    row.getString("state"));
        });
    }

    private void each(String sql, RowCallbackHandler row) {
        jdbc.sql(sql).query(row);
    }
}
