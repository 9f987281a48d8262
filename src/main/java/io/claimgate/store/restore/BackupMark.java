package io.claimgate.store.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** {@code backup.json} in a home: it is a copy, made at that time. The first start on it makes it {@code backup-restored.json}. */
final class BackupMark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "backup.json";

    private BackupMark() {}

    static void write(Path folder, Map<String, ?> content) throws IOException {
        Path mark = folder.resolve(NAME);
        Files.write(mark, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }

    /** What the backup is called. */
    static Optional<String> read(Path home) {
        Path mark = home.resolve(NAME);
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        try {
            JsonNode content = JSON.readTree(mark.toFile());
            return Optional.of(content.path("backup").asText(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(mark + " cannot be read; it says of which backup this home is a copy", e);
        }
    }

    static void noticed(Path home) {
        Path mark = home.resolve(NAME);
        try {
            if (Files.exists(mark)) {
                Files.move(mark, home.resolve("backup-restored.json"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(mark + " cannot be renamed; check its rights", e);
        }
    }
}
