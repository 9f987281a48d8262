package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Guards' cases as they are shown, newest first. */
@Component
public class GuardCases {

    /** Which cases; what is null does not narrow. */
    public record Filter(
            @Parameter(description = "true: not ended yet") @Nullable
            Boolean open,

            @Parameter(description = "one or several of DAILY_CAP, ANOMALY, FIRST_LOAD, CLOCK") @Nullable
            List<String> guard,

            @Nullable String policy) {

        /** The open ones. */
        public static Filter onlyOpen() {
            return new Filter(true, null, null);
        }
    }

    private static final String VIEW = "v_guard_case";

    private final Views views;

    GuardCases(Views views) {
        this.views = views;
    }

    public Page<GuardCase> page(Creditors seen, Filter filter, Slice slice) {
        return views.page(VIEW, where(seen, filter), Order.newestFirst(), slice, GuardCase::of);
    }

    /** One; throws {@link ApiProblem} 404. */
    public GuardCase one(Creditors seen, long id) {
        return views.one(VIEW, Where.seenBy(seen).is("id", id), GuardCase::of)
                .orElseThrow(() -> ApiProblem.notFound("guard's case " + id));
    }

    /** Loads of a policy that wait to be released. */
    public List<GuardCase> firstLoads(Creditors seen, String policy) {
        Where where = where(seen, new Filter(true, List.of("FIRST_LOAD"), policy));
        return views.all(VIEW, where, "id", GuardCase::of);
    }

    public long countOpen(Creditors seen) {
        Long count = views.count(VIEW, where(seen, Filter.onlyOpen()));
        return count == null ? Views.COUNTED : count;
    }

    private static Where where(Creditors seen, Filter filter) {
        Where where = Where.seenBy(seen).in("guard", filter.guard()).is("policy", filter.policy());
        return filter.open() == null ? where : where.and(filter.open() ? "ended_at is null" : "ended_at is not null");
    }
}
