package io.claimgate.flow.settlement;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Vault;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.flow.settlement.Told.Channel;
import io.claimgate.flow.settlement.Told.ClaimName;
import io.claimgate.recovery.InsurerResult;
import io.claimgate.recovery.InsurerResult.Decision;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.SettlementKind;
import io.claimgate.recovery.InsurerResult.Status;
import io.claimgate.store.JdbcInbox;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import io.claimgate.store.settlement.JdbcCursors;
import io.claimgate.store.settlement.JdbcReceivedResults;
import io.claimgate.support.BookedClaims;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The desk of results over a real database. */
final class Desk {

    static final Voices VOICES =
            caller -> caller.equals("sandbox") ? Set.of("sandbox", "sandbox-dossier") : Set.of(caller);

    final Stores stores;
    final BookedClaims claims;
    final Ideas ideas;
    final JdbcMessages messages;
    final ResultsDesk desk;
    final JdbcCursors cursors;
    final JdbcReceivedResults results;

    Desk(Databases database) {
        this(database.fresh());
    }

    Desk(DataSource source) {
        stores = new Stores(source);
        claims = BookedClaims.in(stores);
        ideas = new Ideas(
                stores.tasks,
                stores.events,
                stores.alerts,
                vault(),
                stores.clock,
                Clock.systemUTC(),
                stores.transactions);
        messages = new JdbcMessages(stores.sql, stores.clock, Clock.systemUTC());
        results = new JdbcReceivedResults(stores.sql);
        desk = new ResultsDesk(
                new NamedClaims(new JdbcClaims(stores.sql, stores.named), results, VOICES),
                results,
                new JdbcInbox(stores.sql),
                messages,
                ideas);
        cursors = new JdbcCursors(stores.sql);
    }

    private Vault vault() {
        try {
            return stores.vault(Files.createTempDirectory("vault"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Told pushed(ClaimKey key, InsurerResult result) {
        return told("sandbox", Channel.PUSH, new ClaimName(key.value(), null), result);
    }

    static Told listed(ClaimKey key, InsurerResult result) {
        return told("sandbox", Channel.POLL, new ClaimName(key.value(), null), result);
    }

    static Told told(String insurer, Channel channel, ClaimName about, InsurerResult result) {
        byte[] bytes = ("<" + result.messageId() + "/>").getBytes(StandardCharsets.UTF_8);
        return new Told(insurer, channel, about, result, "Notify", bytes, "text/xml");
    }

    static InsurerResult accepted(String messageId) {
        return new Status(
                messageId, Decision.ACCEPTED, Instant.parse("2026-07-01T10:00:00Z"), new BigDecimal("90000.00"), null);
    }

    static InsurerResult indemnity(String messageId, String amount) {
        return new Settlement(
                messageId,
                "S-" + messageId,
                SettlementKind.INDEMNITY,
                new BigDecimal(amount),
                "EUR",
                null,
                LocalDate.of(2026, 7, 15),
                null,
                null,
                "payment 1");
    }

    /** What drafts claims and takes them back. */
    Declarations declarations() {
        Books books = new Books(
                new JdbcClaims(stores.sql, stores.named),
                new JdbcSubmissions(stores.sql, stores.clock),
                new JdbcChanges(stores.sql, stores.named, stores.clock),
                messages,
                new JdbcPauses(stores.sql),
                new JdbcDailyReleases(stores.sql));
        return new Declarations(books, ideas, () -> "0".repeat(64));
    }

    List<String> results(ClaimKey key) {
        return stores.sql
                .sql(
                        "select concat(kind, ' ', channel, ' ', message_id, ' ', outcome) from claim_result where claim_key = ? order by id")
                .param(key.value())
                .query(String.class)
                .list();
    }

    List<String> messages(ClaimKey key) {
        return stores.sql
                .sql(
                        "select concat(direction, ' ', operation, ': ', outcome) from message where claim_key = ? order by id")
                .param(key.value())
                .query(String.class)
                .list();
    }

    /** How many tasks wait to apply the claim's results. */
    long tasks(ClaimKey key) {
        return stores.sql
                .sql("select count(*) from task where kind = 'results' and ref = ?")
                .param(key.value())
                .query(Long.class)
                .single();
    }

    /** Codes of open alerts on a subject. */
    List<String> alerts(String subject) {
        return stores.sql
                .sql("select code from alert where subject = ? and cleared_at is null order by code, id")
                .param(subject)
                .query(String.class)
                .list();
    }
}
