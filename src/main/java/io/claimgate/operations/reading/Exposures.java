package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exposures as they are shown. */
@Component
public class Exposures {

    /** Which exposures; what is null does not narrow. */
    public record Filter(
            @Nullable String policy,
            @Nullable String creditor,

            @Parameter(description = "any customer number of the buyer") @Nullable
            String buyerId) {}

    private static final String VIEW = "v_exposure";

    private final Views views;
    private final Deadlines deadlines;
    private final Events events;

    Exposures(Views views, Deadlines deadlines, Events events) {
        this.views = views;
        this.deadlines = deadlines;
        this.events = events;
    }

    public Page<Exposure> page(Creditors seen, Filter filter, Slice slice) {
        Where where = Where.seenBy(seen).is("policy", filter.policy()).is("creditor", filter.creditor());
        if (filter.buyerId() != null && !filter.buyerId().isEmpty()) {
            where.and(
                    "buyer_id in (select n.buyer_id from v_buyer_number n where n.customer_no = ?"
                            + " and n.creditor = v_exposure.creditor)",
                    filter.buyerId());
        }
        return views.page(VIEW, where, Order.oldestFirst(), slice, Exposure::of);
    }

    /** When deliveries to its buyer were to stop, and since when no more; the newest first. */
    public List<SupplyHold> holds(Creditors seen, long id) {
        return views.all("v_supply_hold", Where.seenBy(seen).is("exposure_id", id), "id desc", SupplyHold::of);
    }

    /** One with ledger, clocks and history; throws {@link ApiProblem} 404. */
    public Exposure one(Creditors seen, long id) {
        Exposure exposure = views.one(VIEW, Where.seenBy(seen).is("id", id), Exposure::of)
                .orElseThrow(() -> ApiProblem.notFound("exposure " + id));
        List<Exposure.LedgerLine> ledger = views.all(
                "v_receivable",
                Where.seenBy(seen).and("exposure_id = ?", id),
                "due_date nulls last, issue_date, invoice_number, instalment",
                Exposure.LedgerLine::of);
        List<String> streams = new ArrayList<>(List.of("exposure/" + id));
        if (exposure.claimKey() != null) {
            streams.add("claim/" + exposure.claimKey());
        }
        return exposure.with(ledger, deadlines.ofExposure(seen, id), events.of(seen, streams));
    }
}
