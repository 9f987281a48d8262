package io.claimgate.store.audit;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.utc;

import io.claimgate.flow.audit.AuditEvent;
import io.claimgate.flow.audit.Block;
import io.claimgate.flow.audit.ChainStore;
import io.claimgate.flow.audit.EventStamp;
import io.claimgate.flow.audit.KeptEvent;
import io.claimgate.flow.audit.Payload;
import io.claimgate.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables event, event_payload and event_block. */
public final class JdbcChain implements ChainStore {

    private static final int IDS_AT_ONCE = 1_000;
    private static final String BLOCKS = "select * from event_block";
    private static final String EVENTS = """
            select e.id, e.stream, e.seq, e.at, e.recorded_at, e.actor, e.type, e.version, e.creditor, e.commitment, e.mac, p.salt, p.payload
              from event e left join event_payload p on p.event_id = e.id
            """;

    private final JdbcClient sql;
    private final JdbcOperations batches;
    private final Dialect dialect;

    public JdbcChain(JdbcClient sql, JdbcOperations batches, Dialect dialect) {
        this.sql = sql;
        this.batches = batches;
        this.dialect = dialect;
    }

    @Override
    public Optional<Block> newest() {
        return sql.sql(BLOCKS + " order by id desc fetch first 1 row only")
                .query(JdbcChain::block)
                .optional();
    }

    @Override
    public Optional<Block> block(long number) {
        return sql.sql(BLOCKS + " where id = ?")
                .param(number)
                .query(JdbcChain::block)
                .optional();
    }

    @Override
    public List<Block> blocks(long after, int most) {
        return sql.sql(BLOCKS + " where id > ? order by id fetch first ? rows only")
                .params(after, most)
                .query(JdbcChain::block)
                .list();
    }

    @Override
    public List<KeptEvent> unsealed(long after, int most) {
        return sql.sql(EVENTS + " where e.block_id is null and e.id > ? order by " + dialect.unsealedFirst("e")
                        + " fetch first ? rows only")
                .params(after, most)
                .query(JdbcChain::event)
                .list();
    }

    /** By the range of ids, which every database finds at once; the number alone has an index in one of them only. */
    @Override
    public List<KeptEvent> members(Block.Header block, long after, int most) {
        return sql.sql(
                        EVENTS
                                + " where e.block_id = ? and e.id > ? and e.id <= ? order by e.block_id, e.id fetch first ? rows only")
                .params(block.number(), Math.max(after, block.firstEvent() - 1), block.lastEvent(), most)
                .query(JdbcChain::event)
                .list();
    }

    @Override
    public List<Step> steps(String stream, long seq, int most) {
        return sql.sql("""
                        select id, stream, seq, creditor from event
                         where stream >= :stream and (stream > :stream or seq > :seq)
                         order by stream, seq fetch first :most rows only""")
                .param("stream", stream)
                .param("seq", seq)
                .param("most", most)
                .query(JdbcChain::step)
                .list();
    }

    @Override
    public List<Step> strays(int most) {
        return sql.sql("""
                        select e.id, e.stream, e.seq, e.creditor from event e
                         where e.block_id is not null
                           and not exists (select 1 from event_block b
                                            where b.id = e.block_id and e.id between b.first_event and b.last_event)
                         order by e.id fetch first ? rows only""").param(most).query(JdbcChain::step).list();
    }

    @Override
    public void seal(Block block, List<Long> events) {
        Block.Header header = block.header();
        sql.sql("""
                        insert into event_block (id, first_event, last_event, events, merkle_root, previous_hash, hash, signature, key_id, sealed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        header.number(),
                        header.firstEvent(),
                        header.lastEvent(),
                        header.events(),
                        header.merkleRoot(),
                        header.previousHash(),
                        block.hash(),
                        block.signature(),
                        header.keyId(),
                        utc(header.sealedAt()))
                .update();
        for (int from = 0; from < events.size(); from += IDS_AT_ONCE) {
            sql.sql("update event set block_id = :block where id in (:ids)")
                    .param("block", header.number())
                    .param("ids", events.subList(from, Math.min(events.size(), from + IDS_AT_ONCE)))
                    .update();
        }
    }

    @Override
    public int adopt(EventStamp stamp, int most) {
        List<AuditEvent> without = sql.sql(
                        EVENTS + " where e.block_id is null and e.mac is null order by e.id fetch first ? rows only")
                .param(most)
                .query((row, number) -> event(row, number).event())
                .list();
        batches.batchUpdate(
                "update event set mac = ? where id = ?",
                without.stream()
                        .map(event -> new Object[] {stamp.of(event), event.id()})
                        .toList());
        return without.size();
    }

    private static Block block(ResultSet row, int number) throws SQLException {
        Block.Header header = new Block.Header(
                row.getLong("id"),
                row.getLong("first_event"),
                row.getLong("last_event"),
                row.getInt("events"),
                row.getString("merkle_root"),
                row.getString("previous_hash"),
                instant(row, "sealed_at"),
                row.getString("key_id"));
        return new Block(header, row.getString("hash"), row.getString("signature"));
    }

    private static KeptEvent event(ResultSet row, int number) throws SQLException {
        AuditEvent event = new AuditEvent(
                row.getLong("id"),
                row.getString("stream"),
                row.getLong("seq"),
                instant(row, "at"),
                instant(row, "recorded_at"),
                row.getString("actor"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("creditor"),
                row.getString("commitment"));
        String salt = row.getString("salt");
        return new KeptEvent(
                event, row.getString("mac"), salt == null ? null : new Payload(salt, row.getString("payload")));
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(row.getLong("id"), row.getString("stream"), row.getLong("seq"), row.getString("creditor"));
    }
}
