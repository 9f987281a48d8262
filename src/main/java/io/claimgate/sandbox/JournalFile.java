package io.claimgate.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The simulated insurer's own memory: an append-only file of JSON lines. A line that was forced is there after any death; a half-written
 * last line is dropped at the next start.
 */
final class JournalFile implements AutoCloseable {

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final FileChannel channel;
    private final Object forcing = new Object();
    private long written;
    private long forced;

    /** Opens the file, reads every whole line of it, and goes on behind the last one. */
    JournalFile(Path file, Consumer<JsonNode> reader) {
        try {
            long whole = read(file, reader);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
            written = whole;
            forced = whole;
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated insurer cannot read " + file, e);
        }
    }

    /** Appends a line; it may be lost with the process. */
    long append(Map<String, ?> line) {
        try {
            byte[] text = (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
            synchronized (channel) {
                ByteBuffer rest = ByteBuffer.wrap(text);
                while (rest.hasRemaining()) {
                    written += channel.write(rest);
                }
                return written;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated insurer cannot write", e);
        }
    }

    /** Appends a line, and returns when it is on the disk. Lines that come meanwhile share one force. */
    void appendForced(Map<String, ?> line) {
        long end = append(line);
        synchronized (forcing) {
            if (forced >= end) {
                return;
            }
            try {
                long until;
                synchronized (channel) {
                    until = written;
                }
                channel.force(false);
                forced = until;
            } catch (IOException e) {
                throw new UncheckedIOException("the simulated insurer cannot write", e);
            }
        }
    }

    private long read(Path file, Consumer<JsonNode> reader) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                reader.accept(json.readTree(bytes, start, i - start));
                start = i + 1;
            }
        }
        return start;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
