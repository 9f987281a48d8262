package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alerts as they are shown, newest first. */
@Component
public class AlertList {

    /** Which alerts; what is null does not narrow. */
    public record Filter(
            @Parameter(description = "true: not cleared yet") @Nullable
            Boolean open,

            @Nullable String code,

            @Parameter(description = "one or several of INFO, WARNING, CRITICAL") @Nullable
            List<String> severity,

            @Nullable String subject) {

        /** The open ones. */
        public static Filter onlyOpen() {
            return new Filter(true, null, null, null);
        }
    }

    private static final String VIEW = "v_alert";

    private final Views views;

    AlertList(Views views) {
        this.views = views;
    }

    public Page<AlertRow> page(Creditors seen, Filter filter, Slice slice) {
        return views.page(VIEW, where(seen, filter), Order.newestFirst(), slice, AlertRow::of);
    }

    /** One; throws {@link ApiProblem} 404. */
    public AlertRow one(Creditors seen, long id) {
        return views.one(VIEW, Where.seenBy(seen).is("id", id), AlertRow::of)
                .orElseThrow(() -> ApiProblem.notFound("alert " + id));
    }

    public long countOpen(Creditors seen) {
        Long count = views.count(VIEW, where(seen, Filter.onlyOpen()));
        return count == null ? Views.COUNTED : count;
    }

    private static Where where(Creditors seen, Filter filter) {
        Where where = Where.seenBy(seen)
                .is("code", filter.code())
                .in("severity", filter.severity())
                .is("subject", filter.subject());
        if (filter.open() != null) {
            where.and(filter.open() ? "cleared_at is null" : "cleared_at is not null");
        }
        return where;
    }
}
