package io.claimgate.feed;

import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects all the faults of one row after the other; a row is refused with everything that is wrong with it. */
public final class RowFaults {

    private final List<RowFault> faults = new ArrayList<>();
    private long line;
    private boolean rejected;

    /** Begins a row. */
    public void begin(long lineOfRow) {
        line = lineOfRow;
        rejected = false;
    }

    /** The row cannot be taken. */
    public void reject(String field, ProblemCode code, String message, @Nullable String value) {
        faults.add(new RowFault(line, field, code, message, value, false));
        rejected = true;
    }

    /** The row is taken, but somebody should look at it. */
    public void warn(String field, ProblemCode code, String message, @Nullable String value) {
        faults.add(new RowFault(line, field, code, message, value, true));
    }

    /** The line of the row begun last. */
    public long line() {
        return line;
    }

    /** Whether the row begun last is refused. */
    public boolean rejected() {
        return rejected;
    }

    /** What has been collected since the last call. A refused row keeps its warnings too: they help to mend it. */
    public List<RowFault> drain() {
        List<RowFault> drained = List.copyOf(faults);
        faults.clear();
        return drained;
    }
}
