package io.claimgate.operations.reading;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What insurers told, newest first. */
@Component
public class Results {

    /** Which results; what is null does not narrow. */
    public record Filter(
            @Nullable String claimKey,
            @Nullable String insurer,
            @Nullable String creditor,

            @Parameter(description = "STATUS, SETTLEMENT or REQUEST") @Nullable
            List<String> kind,

            @Parameter(description = "WAITING, APPLIED, SUPERSEDED, REPEATED or CONTRADICTS") @Nullable
            List<String> outcome) {}

    private final Views views;

    Results(Views views) {
        this.views = views;
    }

    public Page<Result> page(Creditors seen, Filter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .is("claim_key", filter.claimKey())
                .is("insurer", filter.insurer())
                .is("creditor", filter.creditor())
                .in("kind", filter.kind())
                .in("outcome", filter.outcome());
        return views.page("v_claim_result", where, Order.newestFirst(), slice, Result::of);
    }
}
