package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;

/** Writes the postings of a source into files, each once. */
public final class PostingBatchHandler implements TaskHandler {

    /** The kind of task; its ref is the source. */
    public static final String KIND = "posting-batch";

    private final BatchWriter writer;

    public PostingBatchHandler(
            Postings postings,
            OutBatches batches,
            Mappings mappings,
            FileWriter files,
            OutFolder folder,
            Ideas ideas,
            BookkeepingSettings settings) {
        this.writer = new BatchWriter(
                batches, folder, ideas, new PostingBatches(postings, batches, mappings, files, ideas, settings));
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
