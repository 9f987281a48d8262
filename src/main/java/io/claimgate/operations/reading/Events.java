package io.claimgate.operations.reading;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The history, as it is shown. */
@Component
public class Events {

    /** Which events; what is null does not narrow. */
    public record Filter(
            @Parameter(description = "claim/<claimKey>, exposure/<id>, file/<id>, account/<name>") @Nullable
            String stream,

            @Nullable String type,
            @Nullable String actor,
            @Nullable String creditor) {}

    private final Views views;

    Events(Views views) {
        this.views = views;
    }

    /** Newest first, with payloads and seals: for auditors. */
    public Page<AuditRow> audit(Creditors seen, Filter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .is("stream", filter.stream())
                .is("type", filter.type())
                .is("actor", filter.actor())
                .is("creditor", filter.creditor());
        return views.page("v_audit_event", where, Order.newestFirst(), slice, AuditRow::of);
    }

    /** The story of these streams, oldest first, without payloads. */
    public List<EventRow> of(Creditors seen, List<String> streams) {
        return views.all("v_event", Where.seenBy(seen).in("stream", streams), "id", EventRow::withoutPayload);
    }
}
