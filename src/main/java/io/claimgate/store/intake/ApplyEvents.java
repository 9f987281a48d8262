package io.claimgate.store.intake;

import static io.claimgate.store.Times.utc;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Faults;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Facts: what happened around a buyer or an invoice. A line about an invoice makes a fact for each of its instalments. What a person has
 * recorded in the gateway has no business key and is never touched.
 */
public final class ApplyEvents implements Books {

    private final NamedParameterJdbcTemplate sql;
    private final JdbcClient client;
    private final EventChecks checks;
    private final BusinessClock clock;

    public ApplyEvents(NamedParameterJdbcTemplate sql, Faults faults, BusinessClock clock) {
        this.sql = sql;
        this.client = JdbcClient.create(sql);
        this.checks = new EventChecks(sql, faults);
        this.clock = clock;
    }

    @Override
    public FeedKind kind() {
        return FeedKind.EVENTS;
    }

    @Override
    public Counts check(ErpFile file, ErpSource source, boolean repeats) {
        return checks.check(file, source);
    }

    /** The same fact from two sources is one fact. */
    @Override
    public Optional<String> foreignKeys(ErpFile file) {
        return Optional.empty();
    }

    /** Events bring in no buyers. */
    @Override
    public void prepare(ErpFile file, ErpSource source) {}

    @Override
    public Applied apply(ErpFile file, ErpSource source, long from, long to) {
        List<StagedEvent> events = sql.query(
                EventSql.RANGE,
                Map.of("file", file.id(), "scheme", source.identifierScheme(), "from", from, "to", to),
                (row, number) -> StagedEvent.of(row));
        FactChanges changes = FactChanges.of(events, known(events));
        sql.batchUpdate(
                EventSql.INSERT,
                changes.created().stream().map(event -> values(event, file)).toArray(SqlParameterSource[]::new));
        sql.batchUpdate(
                EventSql.UPDATE,
                changes.updated().stream().map(event -> values(event, file)).toArray(SqlParameterSource[]::new));
        markExposures(file, changes);
        return new Applied(changes.counts(), digest(changes));
    }

    /** Hash by creditor and key of the facts that stand already. */
    private Map<FactChanges.Key, String> known(List<StagedEvent> events) {
        Map<String, Set<String>> keys = new HashMap<>();
        events.forEach(event ->
                keys.computeIfAbsent(event.creditor(), any -> new HashSet<>()).add(event.key()));
        Map<FactChanges.Key, String> known = new HashMap<>();
        keys.forEach((creditor, ofCreditor) -> Chunks.of(ofCreditor)
                .forEach(chunk -> sql.query(EventSql.KNOWN, Map.of("creditor", creditor, "keys", chunk), row -> {
                    known.put(new FactChanges.Key(creditor, row.getString(1)), row.getString(2));
                })));
        return known;
    }

    private SqlParameterSource values(StagedEvent event, ErpFile file) {
        return new MapSqlParameterSource()
                .addValue("creditor", event.creditor())
                .addValue("kind", event.kind())
                .addValue("date", event.date())
                .addValue("awareOn", event.awareOn())
                .addValue("publishedOn", event.publishedOn())
                .addValue("buyer", event.buyerId())
                .addValue("receivable", event.receivableId())
                .addValue("amount", event.amount())
                .addValue("currency", event.currency())
                .addValue("newDueDate", event.newDueDate())
                .addValue("level", event.level())
                .addValue("channel", event.channel())
                .addValue("note", event.note())
                .addValue("by", "erp:" + file.source())
                .addValue("at", utc(clock.now()))
                .addValue("file", file.id())
                .addValue("source", file.source())
                .addValue("key", event.key())
                .addValue("hash", event.hash());
    }

    private void markExposures(ErpFile file, FactChanges changes) {
        Chunks.of(changes.buyers())
                .forEach(buyers -> JdbcDirtyExposures.mark(
                        client,
                        file.id(),
                        "select e.id, e.creditor from exposure e where e.buyer_id in (:buyers)",
                        Map.of("buyers", buyers)));
    }

    private static String digest(FactChanges changes) {
        if (changes.lines().isEmpty()) {
            return "";
        }
        MessageDigest digest = Hashes.sha256();
        changes.lines()
                .forEach((line, hash) -> digest.update((line + " " + hash + "\n").getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
