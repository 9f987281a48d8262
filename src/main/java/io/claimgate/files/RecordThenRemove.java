package io.claimgate.files;

import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;

/**
 * How Camel goes on with a file: begin when it is complete; what is left of it is removed by {@link TakeFile}, which knows when it is durable,
 * and never by Camel. A file that could not be taken stays where it is and is found again.
 */
public final class RecordThenRemove implements GenericFileProcessStrategy<File> {

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // What was left half done waits for the turn of this gateway: it may be another's that lives.
    }

    @Override
    public boolean begin(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file)
            throws Exception {
        GenericFileExclusiveReadLockStrategy<File> complete = endpoint.getExclusiveReadLockStrategy();
        return complete.acquireExclusiveReadLock(operations, file, exchange);
    }

    @Override
    public void abort(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // Not begun: nothing was changed.
    }

    @Override
    public void commit(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file)
            throws Exception {
        endpoint.getExclusiveReadLockStrategy().releaseExclusiveReadLockOnCommit(operations, file, exchange);
    }

    @Override
    public void rollback(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // Recorded or not, the file stands in in/ or work/: the next look or the leftovers go on with it.
    }
}
