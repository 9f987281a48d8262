package io.claimgate.files;

import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;

/** Camel's question "may I read this file?", answered by {@link Completeness} without waiting. The drop folder names the source. */
public final class CompleteFiles implements GenericFileExclusiveReadLockStrategy<File> {

    private final Completeness completeness;

    public CompleteFiles(Completeness completeness) {
        this.completeness = completeness;
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // Nothing stands in the drop folder for us.
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) throws Exception {
        return completeness.complete(DropFolder.source(file), file.getFile().toPath());
    }

    @Override
    public void releaseExclusiveReadLockOnAbort(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        // Nothing is locked.
    }

    @Override
    public void releaseExclusiveReadLockOnRollback(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        // Nothing is locked.
    }

    @Override
    public void releaseExclusiveReadLockOnCommit(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        completeness.forget(file.getFile().toPath());
    }

    @Override
    public void setTimeout(long timeout) {
        // Never waits.
    }

    @Override
    public void setCheckInterval(long checkInterval) {
        // Never waits.
    }

    @Override
    public void setReadLockLoggingLevel(LoggingLevel readLockLoggingLevel) {
        // Says nothing about files that are not complete yet.
    }

    @Override
    public void setMarkerFiler(boolean markerFile) {
        // Writes no lock files.
    }

    @Override
    public void setDeleteOrphanLockFiles(boolean deleteOrphanLockFiles) {
        // Writes no lock files.
    }
}
