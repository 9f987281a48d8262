package io.claimgate.operations.reading;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how a restored database is reconciled. */
@Component
public class RestoreReader {

    /** Which things; what is null does not narrow. */
    public record Filter(
            @Parameter(description = "one or several of FILE, CLAIM, DOCUMENT, OUT, POSTING") @Nullable
            List<String> kind,

            @Parameter(description = "one or several of OPEN, DONE, FOUND, NOT_FOUND, UNCLEAR") @Nullable
            List<String> state) {}

    private final JdbcClient jdbc;
    private final Views views;

    RestoreReader(JdbcClient jdbc, Views views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /** The youngest one; empty where the database was never restored. */
    public Optional<RestoreView> last() {
        return jdbc.sql("select * from v_restoration order by id desc fetch first 1 row only")
                .query((set, number) -> {
                    Row row = new Row(set);
                    return new RestoreView(
                            row.number("id"),
                            row.text("reason"),
                            row.text("phase"),
                            row.instant("noticed_at"),
                            row.instantOrNull("released_at"),
                            row.textOrNull("released_by"),
                            row.textOrNull("released_how"),
                            counts(row.number("id")));
                })
                .optional();
    }

    /** What of it the account sees. */
    public Page<RestoreItem> items(Creditors seen, Filter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .and("restoration_id = (select max(id) from v_restoration)")
                .in("kind", filter.kind())
                .in("state", filter.state());
        return views.page("v_restoration_item", where, Order.oldestFirst(), slice, RestoreItem::of);
    }

    private List<RestoreView.Count> counts(long restore) {
        return jdbc.sql(
                        "select kind, state, count(*) as things from v_restoration_item where restoration_id = ? group by kind, state order by kind, state")
                .param(restore)
                .query((set, number) ->
                        new RestoreView.Count(set.getString("kind"), set.getString("state"), set.getLong("things")))
                .list();
    }
}
