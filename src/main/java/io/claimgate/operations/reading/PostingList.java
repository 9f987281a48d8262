package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Postings and their files as they are shown. */
@Component
public class PostingList {

    /** Which postings; what is null does not narrow. */
    public record Filter(
            @Parameter(description = "one or several of OPEN, FIXED, WRITTEN, CONFIRMED, REFUSED") @Nullable
            List<String> status,

            @Nullable String claimKey,
            @Nullable String source,
            @Nullable String creditor,

            @Parameter(description = "text in posting id, cause, insurer's reference, ERP document") @Nullable
            String q) {}

    private record KeyedLine(String id, PostingRow.Line line) {}

    private static final String VIEW = "v_posting";
    private static final Order NEWEST_FIRST = new Order(null, Order.Kind.NUMBER, "made_no", Order.Kind.NUMBER, true);

    private final Views views;

    PostingList(Views views) {
        this.views = views;
    }

    /** The newest first, each with its lines. */
    public Page<PostingRow> page(Creditors seen, Filter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .in("state", filter.status())
                .is("claim_key", filter.claimKey())
                .is("source", filter.source())
                .is("creditor", filter.creditor())
                .contains(filter.q(), "posting_id", "cause", "insurer_reference", "erp_document");
        return views.page(VIEW, where, NEWEST_FIRST, slice, PostingRow::of).map(rows -> withLines(seen, rows));
    }

    /** All of a claim, in the order in which they were made. */
    public List<PostingRow> ofClaim(Creditors seen, String claimKey) {
        return withLines(
                seen, views.all(VIEW, Where.seenBy(seen).is("claim_key", claimKey), "made_no", PostingRow::of));
    }

    /** One with its lines; throws {@link ApiProblem} 404. */
    public PostingRow one(Creditors seen, String id) {
        return withLines(
                        seen,
                        views.one(VIEW, Where.seenBy(seen).is("posting_id", id), PostingRow::of).stream()
                                .toList())
                .stream()
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("posting " + id));
    }

    /** A file for an ERP; throws {@link ApiProblem} 404. */
    public OutBatchRow batch(Creditors seen, long id) {
        return views.one("v_out_batch", Where.seenBy(seen).is("id", id), OutBatchRow::of)
                .orElseThrow(() -> ApiProblem.notFound("batch " + id));
    }

    /** Files of which nobody knows whether the ERP has them; a person is asked. */
    public List<OutBatchRow> doubtful(Creditors seen) {
        return views.all("v_out_batch", Where.seenBy(seen).is("state", "DOUBTFUL"), "id", OutBatchRow::of);
    }

    private List<PostingRow> withLines(Creditors seen, List<PostingRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<String, List<PostingRow.Line>> byPosting = new HashMap<>();
        views.all(
                        "v_posting_line",
                        Where.seenBy(seen)
                                .in(
                                        "posting_id",
                                        rows.stream().map(PostingRow::postingId).toList()),
                        "posting_id, line",
                        row -> new KeyedLine(row.text("posting_id"), PostingRow.Line.of(row)))
                .forEach(one -> byPosting
                        .computeIfAbsent(one.id(), key -> new ArrayList<>())
                        .add(one.line()));
        return rows.stream()
                .map(row -> row.with(byPosting.getOrDefault(row.postingId(), List.of())))
                .toList();
    }
}
