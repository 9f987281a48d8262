package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files from the ERPs as they are shown, newest first. */
@Component
public class Files {

    /** Which files; what is null does not narrow. */
    public record Filter(
            @Nullable String source,
            @Nullable String feed,

            @Parameter(description = "one or several statuses") @Nullable
            List<String> status,

            @Parameter(description = "one or several phases") @Nullable
            List<String> phase,

            @Parameter(description = "the file's name") @Nullable
            String file) {}

    private static final Order BY_LINE = Order.by("line", Order.Kind.NUMBER).thenBy("no", Order.Kind.NUMBER);

    private final Views views;

    Files(Views views) {
        this.views = views;
    }

    public Page<ErpFile> page(Creditors seen, Filter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .is("source", filter.source())
                .is("feed", filter.feed())
                .in("status", filter.status())
                .in("phase", filter.phase())
                .is("name", filter.file());
        return views.page("v_file", where, Order.newestFirst(), slice, ErpFile::of);
    }

    /** One file; throws {@link ApiProblem} 404. */
    public ErpFile one(Creditors seen, long id) {
        return views.one("v_file", Where.seenBy(seen).is("id", id), ErpFile::of)
                .orElseThrow(() -> ApiProblem.notFound("file " + id));
    }

    /** Its faults in the order of its lines; warnings too where asked. Throws {@link ApiProblem} 404 for the file. */
    public Page<Fault> faults(Creditors seen, long id, boolean warnings, Slice slice) {
        one(seen, id);
        Where where = Where.seenBy(seen).and("file_id = ?", id);
        if (!warnings) {
            where.and("warning = false");
        }
        return views.page("v_file_fault", where, BY_LINE, slice, Fault::of);
    }
}
