package io.claimgate.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.flow.audit.AuditEvent;
import io.claimgate.flow.audit.AuditKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the chain in their folder. */
class KeyFolderTest {

    private static final AuditEvent EVENT =
            new AuditEvent(1, "claim/A", 1, Instant.EPOCH, Instant.EPOCH, "machine", "t", 1, "ACME-FR", "0".repeat(64));

    @TempDir
    Path folder;

    @Test
    void the_first_start_makes_a_key_that_only_the_owner_reads_and_the_next_ones_use_it() throws IOException {
        // When
        AuditKeys made = KeyFolder.open(folder);
        AuditKeys read = KeyFolder.open(folder);

        // Then
        assertThat(read.of(EVENT)).isEqualTo(made.of(EVENT)).matches("[0-9a-f]{64}");
        Path secret = only("audit-[0-9a-f]{32}\\.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(secret)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(Files.readString(only("audit-[0-9a-f]{32}\\.pub\\.pem"))).startsWith("-----BEGIN PUBLIC KEY-----\n");
    }

    @Test
    void a_key_that_is_out_of_use_is_trusted_by_its_public_half() throws IOException {
        // Given
        KeyFolder.open(folder);
        Path retired = only("audit-[0-9a-f]{32}\\.pem");
        String id = retired.getFileName().toString().replaceAll("audit-|\\.pem", "");
        Files.delete(retired);

        // When
        AuditKeys keys = KeyFolder.open(folder);

        // Then
        assertThat(keys.trusted(id)).isPresent();
        assertThat(only("audit-[0-9a-f]{32}\\.pem")).isNotEqualTo(retired);
    }

    @Test
    void a_folder_that_somebody_mixed_up_is_refused_with_the_file() throws IOException {
        // Given
        Path other = Files.createDirectory(folder.resolve("other"));
        KeyFolder.open(folder);
        KeyFolder.open(other);
        Path mine = only("audit-[0-9a-f]{32}\\.pem");
        try (Stream<Path> files = Files.list(other)) {
            Path foreign = files.filter(file ->
                            file.toString().endsWith(".pem") && !file.toString().endsWith(".pub.pem"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(mine, Files.readString(foreign));
        }

        // Then
        assertThatThrownBy(() -> KeyFolder.open(folder))
                .hasMessageContaining("SEC-022")
                .hasMessageContaining(mine.toString())
                .hasMessageContaining("is not the other half");
        Files.writeString(mine, "no key");
        assertThatThrownBy(() -> KeyFolder.open(folder)).hasMessageContaining("holds no Ed25519 private key");
    }

    private Path only(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(name))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
