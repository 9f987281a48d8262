package io.claimgate.store.restore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of the journal that is written. Who appends at the same time shares one fsync. After a failure nothing more is appended: a line
 * that was cut off stays the last one, which no reader takes for a line.
 */
final class JournalFile implements AutoCloseable {

    private final FileChannel channel;
    private final Object forcing = new Object();
    private long written;
    private long forced;
    private volatile boolean failed;

    private JournalFile(FileChannel channel) {
        this.channel = channel;
    }

    /** A new file, whose name is on the disk too. */
    static JournalFile create(Path file) throws IOException {
        JournalFile created =
                new JournalFile(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return created;
    }

    /** Whether more may be appended. */
    boolean usable() {
        return !failed && channel.isOpen();
    }

    /** The line is on the disk when this returns. */
    void append(ByteBuffer line) throws IOException {
        try {
            force(write(line));
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    private synchronized long write(ByteBuffer line) throws IOException {
        if (failed) {
            throw new IOException("another line could not be written");
        }
        while (line.hasRemaining()) {
            written += channel.write(line);
        }
        return written;
    }

    private synchronized long written() {
        return written;
    }

    private void force(long upTo) throws IOException {
        synchronized (forcing) {
            if (forced < upTo) {
                long all = written();
                channel.force(false);
                forced = all;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
