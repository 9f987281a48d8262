package io.claimgate.store.restore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of the journal that is written. Who appends at the same time shares one fsync. A line that could not be written whole is taken
 * back, so that a full disk leaves nothing behind; after an fsync that failed nobody knows which lines are there, and nothing more is
 * appended.
 */
final class JournalFile implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Object forcing = new Object();
    private long written;
    private long forced;
    private volatile boolean failed;

    /** @param channel of the file, empty */
    JournalFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A new file, whose name is on the disk too. */
    static JournalFile create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new JournalFile(file, channel);
    }

    /** Whether more may be appended. */
    boolean usable() {
        return !failed && channel.isOpen();
    }

    /** The line is on the disk when this returns; otherwise it need not be there. */
    void append(ByteBuffer line) throws IOException {
        force(write(line));
    }

    private synchronized long write(ByteBuffer line) throws IOException {
        long end = written;
        try {
            while (line.hasRemaining()) {
                end += channel.write(line, end);
            }
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        written = end;
        return end;
    }

    private void takeBack(IOException why) {
        try {
            channel.truncate(written);
        } catch (IOException e) {
            failed = true;
            why.addSuppressed(e);
        }
    }

    private synchronized long written() {
        return written;
    }

    private void force(long upTo) throws IOException {
        synchronized (forcing) {
            if (forced >= upTo) {
                return;
            }
            if (failed) {
                throw new IOException("what was written before could not be forced to the disk");
            }
            long all = written();
            try {
                channel.force(false);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
            forced = all;
        }
    }

    /** Leaves it as it is; without a line that somebody relied on it goes. */
    void abandon() throws IOException {
        close();
        synchronized (forcing) {
            if (forced == 0) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
