package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Submissions and messages as they are shown, newest first. */
@Component
public class Exchanges {

    /** Which submissions; what is null does not narrow. */
    public record SubmissionFilter(
            @Parameter(description = "one or several states") @Nullable
            List<String> state,

            @Nullable String insurer,
            @Nullable String creditor,
            @Nullable String claimKey) {}

    /** Which messages; what is null does not narrow. */
    public record MessageFilter(
            @Nullable String claimKey,
            @Nullable String partner,
            @Parameter(description = "IN or OUT") @Nullable String direction,
            @Nullable String creditor) {}

    private final Views views;

    Exchanges(Views views) {
        this.views = views;
    }

    public Page<Submission> submissions(Creditors seen, SubmissionFilter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .in("state", filter.state())
                .is("insurer", filter.insurer())
                .is("creditor", filter.creditor())
                .is("claim_key", filter.claimKey());
        return views.page("v_submission", where, Order.newestFirst(), slice, Submission::of);
    }

    public Page<Message> messages(Creditors seen, MessageFilter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .is("claim_key", filter.claimKey())
                .is("partner", filter.partner())
                .is("direction", filter.direction())
                .is("creditor", filter.creditor());
        return views.page("v_message", where, Order.newestFirst(), slice, Message::of);
    }

    /** One message; throws {@link ApiProblem} 404. */
    public Message message(Creditors seen, long id) {
        return views.one("v_message", Where.seenBy(seen).is("id", id), Message::of)
                .orElseThrow(() -> ApiProblem.notFound("message " + id));
    }
}
