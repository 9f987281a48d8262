package io.claimgate.operations.reading;

import io.claimgate.flow.audit.Block;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Creditors;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that is recorded of one claim, whole rows. */
@Component
public class ClaimEvidence {

    private static final Creditors ALL = new Creditors(Set.of(), true);

    private final Views views;

    ClaimEvidence(Views views) {
        this.views = views;
    }

    /** What a claim's evidence hangs on. @param zone in which its days end */
    public record Subject(String claimKey, String creditor, long exposureId, ZoneId zone) {

        static Subject of(Row row) throws SQLException {
            return new Subject(
                    row.text("claim_key"),
                    row.text("creditor"),
                    row.number("exposure_id"),
                    ZoneId.of(row.text("zone")));
        }
    }

    /** Throws {@link ApiProblem} 404. */
    public Subject subject(Creditors seen, String claimKey) {
        return views.one("v_evidence_claim", Where.seenBy(seen).is("claim_key", claimKey), Subject::of)
                .orElseThrow(() -> ApiProblem.notFound("claim " + claimKey));
    }

    /** The rows of a view about the claim. */
    public List<Map<String, @Nullable Object>> rows(Subject subject, String view, String orderBy) {
        Facts facts = new Facts(subject.zone());
        return views.all(view, Where.seenBy(ALL).and("claim_key = ?", subject.claimKey()), orderBy, facts::of);
    }

    /** Every date that was ever computed for the claim's exposure, replaced ones among them. */
    public List<Map<String, @Nullable Object>> deadlines(Subject subject) {
        Facts facts = new Facts(subject.zone());
        return views.all(
                "v_deadline",
                Where.seenBy(ALL).and("exposure_id = ?", subject.exposureId()),
                "kind, computed_at, id",
                facts::of);
    }

    /** The lines of these postings. */
    public List<Map<String, @Nullable Object>> postingLines(
            Subject subject, List<Map<String, @Nullable Object>> postings) {
        List<String> ids = postings.stream()
                .map(posting -> String.valueOf(posting.get("postingId")))
                .toList();
        return ids.isEmpty()
                ? List.of()
                : views.all(
                        "v_posting_line",
                        Where.seenBy(ALL).in("posting_id", ids),
                        "posting_id, line",
                        new Facts(subject.zone())::of);
    }

    /** The history of the claim and of its exposure, and of whatever else has these streams, oldest first. */
    public List<AuditRow> events(Subject subject, Stream<String> others) {
        Stream<String> own = Stream.of("claim/" + subject.claimKey(), "exposure/" + subject.exposureId());
        return views.all(
                "v_audit_event",
                Where.seenBy(ALL).in("stream", Stream.concat(own, others).toList()),
                "id",
                AuditRow::of);
    }

    public Block block(long number) {
        return views.one("v_block", Where.seenBy(ALL).and("number = ?", number), ClaimEvidence::block)
                .orElseThrow(() -> new IllegalStateException(
                        "SEC-020 block " + number + " is missing; verify the audit and restore it"));
    }

    /** All events of the block in their order, without payloads: what its tree is made of. Whose they are is not told. */
    public List<AuditRow> leaves(Block block) {
        return views.grouped(
                "select id, stream, seq, at, recorded_at, actor, type, version, creditor, commitment, block, sealed_at, null as salt,"
                        + " null as payload from v_audit_event",
                Where.seenBy(ALL)
                        .and(
                                "block = ? and id between ? and ?",
                                block.number(),
                                block.header().firstEvent(),
                                block.header().lastEvent()),
                "order by id",
                AuditRow::of);
    }

    private static Block block(Row row) throws SQLException {
        Block.Header header = new Block.Header(
                row.number("number"),
                row.number("first_event"),
                row.number("last_event"),
                row.whole("events"),
                row.text("merkle_root"),
                row.text("previous_hash"),
                row.instant("sealed_at"),
                row.text("key_id"));
        return new Block(header, row.text("hash"), row.text("signature"));
    }
}
