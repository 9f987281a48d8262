package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;

/** Tells a source which of its customers must not be delivered to on credit, and which may again. */
public final class HoldBatchHandler implements TaskHandler {

    /** The kind of task; its ref is the source. */
    public static final String KIND = "hold-batch";

    private final BatchWriter writer;

    public HoldBatchHandler(Holds holds, OutBatches batches, FileWriter files, OutFolder folder, Ideas ideas) {
        this.writer = new BatchWriter(batches, folder, ideas, new HoldBatches(holds, batches, files, ideas));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Task task) {
        writer.write(task);
    }

    BatchWriter writer() {
        return writer;
    }
}
