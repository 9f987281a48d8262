package io.claimgate.flow.intake;

import io.claimgate.feed.RowFault;
import java.util.List;
import java.util.function.Consumer;

/** What was wrong with the rows of a file. */
public interface Faults {

    /** How many rows have a fault of this code. */
    record Summary(String code, boolean warning, long rows) {}

    /** Stores what STAGE found, in the caller's transaction; nothing of these lines is stored yet. */
    void add(long fileId, List<RowFault> faults);

    /** Stores what came up later, in the caller's transaction: each code once per line and field, however often a killed gateway comes by. */
    void addMore(long fileId, List<RowFault> faults);

    /** Rows that were taken with at least one warning. */
    long warnedRows(long fileId);

    /** Every fault for which a row was rejected, in the order of the lines, in constant memory. */
    void forEachReject(long fileId, Consumer<RowFault> reader);

    /** By code, the most frequent first. */
    List<Summary> summary(long fileId);
}
