package io.claimgate.store.restore;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.instantOrNull;
import static io.claimgate.store.Times.utc;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.store.settlement.JdbcCursors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables restoration and restoration_item: the last restore, and questions about claims. */
public final class JdbcRestores implements Restores {

    static final String CLAIM = "CLAIM";

    private static final int LONGEST_DETAIL = 1000;

    private final JdbcClient sql;
    private final BusinessClock clock;

    public JdbcRestores(JdbcClient sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<Restore> last() {
        return sql.sql("select * from restoration order by id desc fetch first 1 row only")
                .query((row, number) -> restore(row))
                .optional();
    }

    @Override
    public Question question(Restore restore, ClaimKey claim, String creditor) {
        put(restore, CLAIM, claim.value(), creditor, State.OPEN, "not asked yet");
        return sql.sql("select * from restoration_item where restoration_id = ? and kind = ? and ref = ?")
                .params(restore.id(), CLAIM, claim.value())
                .query((row, number) -> new Question(
                        State.valueOf(row.getString("state")),
                        row.getInt("asked"),
                        row.getInt("denied"),
                        row.getString("detail")))
                .single();
    }

    @Override
    public void answered(Restore restore, ClaimKey claim, Question question) {
        sql.sql(
                        "update restoration_item set state = ?, asked = ?, denied = ?, detail = ? where restoration_id = ? and kind = ? and ref = ?")
                .params(
                        question.state().name(),
                        question.asked(),
                        question.denied(),
                        shortened(question.detail()),
                        restore.id(),
                        CLAIM,
                        claim.value())
                .update();
    }

    @Override
    public void step(Restore restore, Restore.Phase to) {
        sql.sql("update restoration set phase = ? where id = ? and phase = ?")
                .params(to.name(), restore.id(), restore.phase().name())
                .update();
    }

    @Override
    public void rewind(String insurer, Instant systemAt) {
        new JdbcCursors(sql).rewind(insurer, systemAt);
    }

    @Override
    public void released(Restore restore, String by, String how) {
        sql.sql(
                        "update restoration set phase = 'RELEASED', released_at = ?, released_by = ?, released_how = ? where id = ? and released_at is null")
                .params(utc(clock.now()), by, shortened(how), restore.id())
                .update();
    }

    /** Adds it where it is not there. */
    void put(Restore restore, String kind, String ref, String creditor, State state, String detail) {
        sql.sql("""
                        insert into restoration_item (restoration_id, kind, ref, creditor, state, detail)
                        select :id, :kind, :ref, :creditor, :state, :detail
                        where not exists (select 1 from restoration_item where restoration_id = :id and kind = :kind and ref = :ref)""")
                .param("id", restore.id())
                .param("kind", kind)
                .param("ref", ref)
                .param("creditor", creditor)
                .param("state", state.name())
                .param("detail", shortened(detail))
                .update();
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }

    static Restore restore(ResultSet row) throws SQLException {
        return new Restore(
                row.getLong("id"),
                row.getString("reason"),
                Restore.Phase.valueOf(row.getString("phase")),
                instant(row, "noticed_at"),
                instant(row, "noticed_system_at"),
                instantOrNull(row, "released_at"));
    }
}
