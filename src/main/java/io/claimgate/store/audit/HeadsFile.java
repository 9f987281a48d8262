package io.claimgate.store.audit;

import io.claimgate.flow.audit.Block;
import io.claimgate.flow.audit.Heads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code <home>/audit/heads.jsonl}: a line of JSON per block, appended and fsynced. Copy it away to where nobody can change it. */
public final class HeadsFile implements Heads {

    /** Longer is no line of ours. */
    private static final int LONGEST = 4_096;

    private final Path file;

    public HeadsFile(Path folder) {
        this.file = folder.resolve("heads.jsonl");
    }

    @Override
    public Optional<Block> last() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return last(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the heads file " + file + " cannot be read", e);
        }
    }

    /** Gateways that share the file take turns; what another one wrote meanwhile is not written again. */
    @Override
    public synchronized void append(Block block) {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && last(channel).map(Block::number).orElse(0L) < block.number()) {
                channel.position(end(channel));
                ByteBuffer line = ByteBuffer.wrap((HeadLine.write(block) + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.truncate(channel.position());
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the heads file " + file + " cannot be written; check its rights", e);
        }
    }

    @Override
    public Walk walk() {
        try {
            return new Lines(Files.exists(file) ? Files.newBufferedReader(file, StandardCharsets.UTF_8) : null);
        } catch (IOException e) {
            throw new UncheckedIOException("the heads file " + file + " cannot be read", e);
        }
    }

    /** Behind the last whole line: what a death left of another is overwritten. */
    private static long end(FileChannel channel) throws IOException {
        byte[] tail = tail(channel, channel.size());
        int newline = tail.length - 1;
        while (newline >= 0 && tail[newline] != '\n') {
            newline--;
        }
        return channel.size() - tail.length + newline + 1;
    }

    private static Optional<Block> last(FileChannel channel) throws IOException {
        long end = end(channel);
        if (end == 0) {
            return Optional.empty();
        }
        String[] lines = new String(tail(channel, end), StandardCharsets.UTF_8).split("\n");
        return Optional.of(HeadLine.read(lines[lines.length - 1]));
    }

    private static byte[] tail(FileChannel channel, long end) throws IOException {
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(LONGEST, end));
        long from = end - tail.capacity();
        while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {}
        return tail.array();
    }

    /** The whole lines; an unfinished last one is somebody's who writes it right now. */
    private static final class Lines implements Walk {

        private final @Nullable BufferedReader reader;
        private @Nullable String next;

        Lines(@Nullable BufferedReader reader) {
            this.reader = reader;
            this.next = line();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Block next() {
            String line = next;
            if (line == null) {
                throw new NoSuchElementException();
            }
            next = line();
            return HeadLine.read(line);
        }

        private @Nullable String line() {
            if (reader == null) {
                return null;
            }
            try {
                StringBuilder line = new StringBuilder();
                int c = reader.read();
                while (c >= 0 && c != '\n' && line.length() <= LONGEST) {
                    line.append((char) c);
                    c = reader.read();
                }
                return c < 0 ? null : line.toString();
            } catch (IOException e) {
                throw new Unreadable("the heads file cannot be read to its end", e);
            }
        }

        @Override
        public void close() {
            try {
                if (reader != null) {
                    reader.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the heads file cannot be closed", e);
            }
        }
    }
}
