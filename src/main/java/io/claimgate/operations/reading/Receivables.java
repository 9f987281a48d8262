package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Receivables as they are shown. */
@Component
public class Receivables {

    private static final String VIEW = "v_receivable";

    private record Place(@org.jspecify.annotations.Nullable Long exposure) {}

    private final Views views;
    private final Deadlines deadlines;
    private final Events events;

    Receivables(Views views, Deadlines deadlines, Events events) {
        this.views = views;
        this.deadlines = deadlines;
        this.events = events;
    }

    public Page<Receivable> page(Creditors seen, ReceivableFilter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .in("state", filter.state())
                .is("policy", filter.policy())
                .is("creditor", filter.creditor())
                .contains(filter.q(), "invoice_number", "buyer_ref", "buyer_name", "payment_reference", "order_number");
        if (filter.buyer() != null && !filter.buyer().isEmpty()) {
            where.and(
                    "(buyer_ref = ? or buyer_id in (select n.buyer_id from v_buyer_number n where n.customer_no = ?"
                            + " and n.creditor = v_receivable.creditor))",
                    filter.buyer(),
                    filter.buyer());
        }
        if (filter.closesBefore() != null) {
            where.and(
                    "exposure_id in (select d.exposure_id from v_risk d where d.closes_on < ?)", filter.closesBefore());
        }
        return views.page(VIEW, where, Order.oldestFirst(), slice, Receivable::of);
    }

    /** One with its clocks and what happened; throws {@link ApiProblem} 404. */
    public Receivable one(Creditors seen, long id) {
        Receivable receivable = views.one(VIEW, Where.seenBy(seen).is("id", id), Receivable::of)
                .orElseThrow(() -> ApiProblem.notFound("receivable " + id));
        List<String> streams = new ArrayList<>(List.of("receivable/" + id));
        views.one(VIEW, Where.seenBy(seen).is("id", id), row -> new Place(row.numberOrNull("exposure_id")))
                .map(Place::exposure)
                .ifPresent(exposure -> streams.add("exposure/" + exposure));
        if (receivable.claimKey() != null) {
            streams.add("claim/" + receivable.claimKey());
        }
        return receivable.with(deadlines.governedBy(seen, id), events.of(seen, streams));
    }

    /** How many there are of each state, those that are done last. */
    public Map<String, Long> countByState(Creditors seen) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List.of(
                        "NOT_DUE",
                        "OVERDUE",
                        "WINDOW_OPEN",
                        "CLOSING",
                        "DECLARED",
                        "DOSSIER_SENT",
                        "INDEMNIFIED",
                        "RECOVERED",
                        "FORECLOSED",
                        "SETTLED")
                .forEach(state -> counts.put(state, 0L));
        views.grouped(
                        "select state, count(*) as n from " + VIEW,
                        Where.seenBy(seen),
                        "group by state",
                        row -> Map.entry(row.text("state"), row.number("n")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }
}
