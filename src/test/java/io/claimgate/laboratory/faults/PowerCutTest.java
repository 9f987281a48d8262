package io.claimgate.laboratory.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.Vault;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill cannot show, because the operating system goes on: before a row names bytes, they and their name are forced to the disk. */
class PowerCutTest {

    @TempDir
    Path folder;

    @Test
    void the_vault_forces_the_bytes_and_their_folder() throws IOException {
        // Given
        Vault vault = new Stores(Databases.H2).vault(folder.resolve("vault"));

        // When
        List<Path> forced = forced(() -> vault.put("LAB", "REQUEST", "bytes".getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(forced).anyMatch(path -> path.toString().endsWith(".part"));
        assertThat(forced)
                .anyMatch(path -> path.startsWith(folder.resolve("vault"))
                        && !path.toString().endsWith(".part"));
    }

    /** Paths that were forced meanwhile, as the Java runtime saw it. */
    private List<Path> forced(Runnable work) throws IOException {
        Path record = folder.resolve("record.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold().withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(record);
        }
        return RecordingFile.readAllEvents(record).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.FileForce"))
                .map((RecordedEvent event) -> Path.of(event.getString("path")))
                .toList();
    }
}
