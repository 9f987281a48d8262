package io.claimgate.flow.restore;

import java.nio.file.Path;
import java.time.Instant;

/** Makes a copy of all that must survive, beside the working gateway. */
public interface Backups {

    /**
     * One backup. It is a home: a gateway that is started on a copy of it notices that it was restored.
     *
     * @param name also of its folder
     * @param folder where it lies
     * @param database how the database is in it
     * @param files in it, those of the vault included
     * @param bytes of these files
     */
    record Backup(String name, Path folder, Instant at, String database, long files, long bytes) {}

    /** Makes one; throws {@link Failed}. One at a time. */
    Backup make();

    /** Why there is none now. */
    final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
