package io.claimgate.flow.audit;

import java.util.Iterator;
import java.util.Optional;

/** The anchor of the chain outside of the database: every block's head, one behind the other, durable when {@link #append} returns. */
public interface Heads {

    /** The newest; empty before the first block. Throws {@link Unreadable}. */
    Optional<Block> last();

    /** Adds the block behind the last one; nothing where that one is as new. */
    void append(Block block);

    /** All, oldest first, read while they are asked for. The caller closes it. */
    Walk walk();

    interface Walk extends Iterator<Block>, AutoCloseable {
        @Override
        void close();
    }

    /** A line that is no head. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
