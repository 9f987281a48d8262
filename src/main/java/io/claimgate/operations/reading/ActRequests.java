package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests for a second person as they are shown, newest first. */
@Component
public class ActRequests {

    /** Which requests; what is null does not narrow. */
    public record Filter(
            @Parameter(description = "one or several of WAITING, CONFIRMED, REFUSED, EXPIRED, POINTLESS") @Nullable
            List<String> state,

            @Nullable String subject) {

        /** Those that wait. */
        public static Filter onlyWaiting() {
            return new Filter(List.of("WAITING"), null);
        }
    }

    private static final String VIEW = "v_act_request";

    private final Views views;

    ActRequests(Views views) {
        this.views = views;
    }

    public Page<ActRequest> page(Creditors seen, Filter filter, Slice slice) {
        return views.page(VIEW, where(seen, filter), Order.newestFirst(), slice, ActRequest::of);
    }

    /** One; throws {@link ApiProblem} 404. */
    public ActRequest one(Creditors seen, long id) {
        return views.one(VIEW, Where.seenBy(seen).is("id", id), ActRequest::of)
                .orElseThrow(() -> ApiProblem.notFound("request " + id));
    }

    public long countWaiting(Creditors seen) {
        Long count = views.count(VIEW, where(seen, Filter.onlyWaiting()));
        return count == null ? Views.COUNTED : count;
    }

    private static Where where(Creditors seen, Filter filter) {
        return Where.seenBy(seen).in("state", filter.state()).is("subject", filter.subject());
    }
}
