package io.claimgate.flow.declaration;

import static io.claimgate.store.Times.utc;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.flow.guard.GuardHandler;
import io.claimgate.flow.request.SecondPerson;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import io.claimgate.support.GuardKit;
import io.claimgate.support.SandboxInsurer;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The whole machine of a declaration on a real database, against the real simulated insurer, with clocks that the test moves. */
final class World {

    private static final AtomicLong BUYERS = new AtomicLong();
    static final String OWNER = "test-owner";

    final Stores stores;
    final SandboxInsurer insurer = SandboxInsurer.shared();
    final MovableSystemClock systemClock = new MovableSystemClock();
    final Vault vault;
    final Books books;
    Ideas ideas;
    GuardKit guards;
    Declarations declarations;
    ClaimHandler handler;
    ClaimActs acts;
    Outgoing outgoing;
    private InsurerChannels channels;

    World(Databases database) {
        stores = new Stores(database);
        insurer.follow(stores.clock);
        insurer.behaveNormally();
        try {
            vault = stores.vault(Files.createTempDirectory("vault"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        books = new Books(
                new JdbcClaims(stores.sql, stores.named),
                new JdbcSubmissions(stores.sql, stores.clock),
                new JdbcChanges(stores.sql, stores.named, stores.clock),
                new JdbcMessages(stores.sql, stores.clock, systemClock),
                new JdbcPauses(stores.sql),
                new JdbcDailyReleases(stores.sql));
        ideas = new Ideas(
                stores.tasks, stores.events, stores.alerts, vault, stores.clock, systemClock, stores.transactions);
        wire(insurer.channels());
        stores.sql
                .sql("insert into erp_file (source, creditor, name, ordinal, phase, received_at, config_hash)"
                        + " values ('acme', 'ACME-FR', 'f.csv', 1, 'ANSWERED', ?, ?)")
                .params(utc(stores.clock.now()), "0".repeat(64))
                .update();
    }

    void wire(InsurerChannels channels) {
        this.channels = channels;
        declarations = new Declarations(books, ideas, () -> "0".repeat(64));
        guards = new GuardKit(stores.sql, stores.json, books, ideas);
        handler = new ClaimHandler(books, guards.guards, ideas, channels);
        acts = guards.acts;
        outgoing = new Outgoing(books, ideas);
    }

    /** The ways to insurers that it is wired to. */
    InsurerChannels channels() {
        return channels;
    }

    /** A buyer with one overdue receivable, drafted by the machine. */
    ClaimKey drafted(ReleaseRule rule) {
        return drafted(rule, "120000.00");
    }

    ClaimKey drafted(ReleaseRule rule, String amount) {
        return stores.transactions.execute(status -> declarations.draft(draft(rule, amount), "machine"));
    }

    ClaimDraft draft(ReleaseRule rule, String amount) {
        long number = BUYERS.incrementAndGet();
        Instant now = stores.clock.now();
        stores.sql
                .sql("insert into buyer (id, creditor, customer_no, name, country, city, updated_at)"
                        + " values (?, 'ACME-FR', ?, ?, 'FR', 'Paris', ?)")
                .params(number, "C-" + number, "Buyer & Sons " + number, utc(now))
                .update();
        stores.sql
                .sql("insert into exposure (id, contract, creditor, buyer_id, policy, currency)"
                        + " values (?, 'ACME', 'ACME-FR', ?, 'ACME-2026', 'EUR')")
                .params(number, number)
                .update();
        stores.sql
                .sql(
                        "insert into receivable (id, creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date,"
                                + " currency, gross_amount, open_amount, buyer_id, buyer_ref, exposure_id, row_hash, first_file, last_file, created_at,"
                                + " updated_at) values (?, 'ACME-FR', 'acme', ?, 1, '380', ?, ?, ?, 'EUR', ?, ?, ?, ?, ?,"
                                + " cast('00000000-0000-0000-0000-000000000000' as uuid), 1, 1, ?, ?)")
                .params(
                        number,
                        "F-" + number,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 3, 31),
                        new BigDecimal(amount),
                        new BigDecimal(amount),
                        number,
                        "C-" + number,
                        number,
                        utc(now),
                        utc(now))
                .update();
        ClaimSubject subject = Claims.subject(number);
        ClaimLine line = Claims.line(number, amount);
        return new ClaimDraft(
                subject,
                Claims.governing(number),
                Claims.window(),
                rule,
                List.of(line),
                line.amount(),
                "EUR",
                "PROTRACTED_DEFAULT");
    }

    /** Runs every claim task that is due, until none is; how many runs that took. */
    int run() {
        int runs = 0;
        while (true) {
            List<Task> due = take(10);
            if (due.isEmpty() && !look()) {
                return runs;
            }
            for (Task task : due) {
                handler.handle(task);
                runs++;
            }
            if (runs > 500) {
                throw new IllegalStateException("the claims never come to rest");
            }
        }
    }

    /** Guards' cases and requests that are due; whether there was one. */
    private boolean look() {
        List<Task> due = stores.tasks.take(OWNER, List.of(GuardHandler.KIND, SecondPerson.KIND), 10);
        for (Task task : due) {
            TaskHandler its = task.kind().equals(GuardHandler.KIND) ? guards.handler : guards.second;
            its.handle(task);
        }
        return !due.isEmpty();
    }

    /** Runs these tasks, each once. */
    void run(List<Task> taken) {
        taken.forEach(handler::handle);
    }

    List<Task> take(int most) {
        return stores.tasks.take(OWNER, List.of(ClaimHandler.KIND), most);
    }

    /** Business and system time pass together. */
    void pass(Duration duration) {
        stores.clock.advance(duration);
        systemClock.advance(duration);
        // The task table judges holds by the real system clock; the test's own has just moved past them.
        stores.sql.sql("update task set hold_until = null").update();
    }

    void at(String instant) {
        stores.clock.set(Instant.parse(instant));
    }

    String state(ClaimKey key) {
        return books.claims().find(key).orElseThrow().state().name();
    }

    String submission(ClaimKey key) {
        return stores.sql
                .sql(
                        "select concat(state, ' ', calls) from submission where claim_key = ? order by attempt desc fetch first 1 rows only")
                .param(key.value())
                .query(String.class)
                .optional()
                .orElse("none");
    }

    List<String> alerts(ClaimKey key) {
        return stores.sql
                .sql("select code from alert where subject = ? and cleared_at is null order by code")
                .param("claim/" + key)
                .query(String.class)
                .list();
    }

    /** The open alert of the newest case of a guard: code, severity and message. */
    String caseAlert() {
        return stores.sql
                .sql(
                        "select concat(code, ' ', severity, ' ', message) from alert where cleared_at is null and subject ="
                                + " (select concat('guard/', max(id)) from guard_case)")
                .query(String.class)
                .optional()
                .orElse("none");
    }

    List<String> events(ClaimKey key) {
        return stores
                .sql
                .sql("select type from event where stream = ? order by seq")
                .param("claim/" + key)
                .query(String.class)
                .list()
                .stream()
                .map(type -> type.replace("io.claimgate.claim.", ""))
                .toList();
    }

    List<String> messages(ClaimKey key) {
        return stores.sql
                .sql("select concat(direction, ' ', operation) from message where claim_key = ? order by id")
                .param(key.value())
                .query(String.class)
                .list();
    }

    /** When the claim's task runs next; empty if it has none. */
    java.util.Optional<Instant> next(ClaimKey key) {
        return stores.sql
                .sql("select due_at from task where kind = 'claim' and ref = ?")
                .param(key.value())
                .query(java.time.OffsetDateTime.class)
                .optional()
                .map(java.time.OffsetDateTime::toInstant);
    }

    /** How often the insurer took the claim, before any deduplication. */
    int accepts(ClaimKey key) {
        return insurer.claim(key.value())
                .map(item -> item.get("accepts").asInt())
                .orElse(0);
    }

    void behave(String mode) {
        insurer.behave("{\"operation\":\"DeclareClaim\",\"mode\":\"" + mode + "\"}");
    }

    Tasks tasks() {
        return stores.tasks;
    }

    /** System time that the test moves. */
    static final class MovableSystemClock extends Clock {
        private volatile Instant now = Instant.parse("2026-06-01T08:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
