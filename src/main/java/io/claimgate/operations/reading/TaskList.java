package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tasks and dead letters as they are shown: what closes first first. */
@Component
public class TaskList {

    private static final String VIEW = "v_task";
    private static final Order CLOSES_FIRST = Order.by("close_at", Order.Kind.INSTANT);

    private final Views views;

    TaskList(Views views) {
        this.views = views;
    }

    public Page<TaskRow> page(Creditors seen, TaskFilter filter, Slice slice) {
        return views.page(VIEW, where(seen, filter), CLOSES_FIRST, slice, TaskRow::of);
    }

    /** One dead letter; throws {@link ApiProblem} 404. */
    public TaskRow deadLetter(Creditors seen, long id) {
        return views.one(VIEW, Where.seenBy(seen).is("id", id).and("state = 'PARKED'"), TaskRow::of)
                .orElseThrow(() -> ApiProblem.notFound("dead letter " + id));
    }

    /** The ids of all that the filter finds. */
    public List<Long> ids(Creditors seen, TaskFilter filter) {
        return views.all(VIEW, where(seen, filter), "close_at, id", row -> row.number("id"));
    }

    public long countParked(Creditors seen) {
        Long count = views.count(VIEW, where(seen, TaskFilter.allDeadLetters()));
        return count == null ? Views.COUNTED : count;
    }

    private static Where where(Creditors seen, TaskFilter filter) {
        Where where = Where.seenBy(seen)
                .in("kind", filter.kind())
                .is("creditor", filter.creditor())
                .is("ref", filter.ref())
                .contains(filter.q(), "parked_reason", "last_error");
        if (filter.parked() != null) {
            where.and(filter.parked() ? "state = 'PARKED'" : "state <> 'PARKED'");
        }
        return where;
    }
}
