package io.claimgate.flow.audit;

import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.store.JdbcLeases;
import io.claimgate.store.audit.HeadsFile;
import io.claimgate.store.audit.JdbcChain;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** A sealed history in a real database, with its heads file in a folder of the test. */
final class AuditWorld {

    final Stores stores;
    final Path headsFile;
    final HeadsFile heads;
    final JdbcChain chain;
    final Sealer sealer;
    final Ideas ideas;

    AuditWorld(Databases database, Path folder) {
        stores = new Stores(database);
        headsFile = folder.resolve("heads.jsonl");
        heads = new HeadsFile(folder);
        chain = new JdbcChain(stores.sql, new JdbcTemplate(stores.dataSource), stores.dialect);
        ideas = new Ideas(
                stores.tasks,
                stores.events,
                stores.alerts,
                stores.vault(folder),
                stores.clock,
                Clock.systemUTC(),
                stores.transactions);
        sealer = sealer("one");
    }

    Sealer sealer(String owner) {
        return new Sealer(chain, heads, stores.auditKeys, new JdbcLeases(stores.sql, stores.dialect), ideas, owner);
    }

    /** So many events of a stream, a transaction each. */
    AuditWorld record(String stream, int count) {
        for (int i = 0; i < count; i++) {
            int number = i;
            stores.transactions.executeWithoutResult(status -> stores.events.record(
                    stream,
                    "claim.told",
                    EventLog.MACHINE,
                    "ACME-FR",
                    Map.of("number", number, "name", "Müller & Söhne")));
        }
        return this;
    }

    /** Three blocks of 7, 5 and 3 events in two streams. */
    AuditWorld history() {
        record("claim/A", 4).record("claim/B", 3).seal();
        record("claim/B", 2).record("claim/A", 3).seal();
        record("claim/B", 3).seal();
        return this;
    }

    AuditWorld seal() {
        sealer.seal();
        return this;
    }

    Verdict verify() {
        return verify(Clock.systemUTC());
    }

    /** When every head must long be written. */
    Verdict verifyLater() {
        return verify(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)));
    }

    private Verdict verify(Clock clock) {
        return new Verification(chain, heads, stores.auditKeys, clock).run();
    }

    /** What somebody does to the database behind our back. */
    AuditWorld tamper(String... statements) {
        for (String statement : statements) {
            stores.sql.sql(statement).update();
        }
        return this;
    }

    long id(String stream, long seq) {
        return stores.sql
                .sql("select id from event where stream = ? and seq = ?")
                .params(stream, seq)
                .query(Long.class)
                .single();
    }

    static List<String> kinds(Verdict verdict) {
        return verdict.findings().stream()
                .map(finding -> finding.kind().word())
                .distinct()
                .toList();
    }

    List<String> alerts() {
        return stores.sql
                .sql("select code from alert where cleared_at is null order by code")
                .query(String.class)
                .list();
    }
}
