package io.claimgate.store.intake;

import io.claimgate.dossier.Document;
import io.claimgate.flow.intake.ClaimsConcerned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the tables claim and claim_line. */
public final class JdbcClaimsConcerned implements ClaimsConcerned {

    private static final String SELECT = "select c.claim_key, c.creditor from claim c where ";
    private static final String UNDECIDED =
            " and c.state in ('DRAFT', 'AWAITING_APPROVAL', 'DECLARING', 'DECLARED', 'ACKNOWLEDGED', 'INFORMATION_REQUESTED', 'UNDER_REVIEW')";
    private static final String NOT_OVER = " and c.state not in ('WITHDRAWN', 'FORECLOSED', 'CLOSED')";
    private static final String ORDER = " order by c.claim_key";

    private final NamedParameterJdbcTemplate sql;

    public JdbcClaimsConcerned(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public List<Concerned> undecidedOf(Collection<String> exposureIds) {
        return Chunks.of(exposureIds.stream().map(Long::valueOf).toList()).stream()
                .flatMap(ids -> read("c.exposure_id in (:of)" + UNDECIDED, ids).stream())
                .toList();
    }

    @Override
    public List<Concerned> servedBy(Document.Tie tie) {
        if (tie instanceof Document.ToClaim claim) {
            return read("c.claim_key = :of" + NOT_OVER, claim.claimKey());
        }
        if (tie instanceof Document.ToBuyer buyer) {
            return read("c.buyer_id = :of" + NOT_OVER, buyer.buyerId());
        }
        Document.ToReceivable receivable = (Document.ToReceivable) tie;
        return read(
                "exists (select 1 from claim_line l where l.claim_key = c.claim_key and l.receivable_id = :of)"
                        + NOT_OVER,
                receivable.receivableId());
    }

    private List<Concerned> read(String condition, Object of) {
        return sql.query(
                SELECT + condition + ORDER,
                Map.of("of", of),
                (row, number) -> new Concerned(row.getString(1), row.getString(2)));
    }
}
