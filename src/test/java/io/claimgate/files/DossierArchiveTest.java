package io.claimgate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Vault;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.store.FileVault;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of dossiers, made from a real vault into a real vault. */
class DossierArchiveTest {

    @TempDir
    Path home;

    private Vault vault;
    private DossierArchive archives;

    @BeforeEach
    void vault() {
        Stores stores = new Stores(Databases.H2);
        vault = new FileVault(home, stores.sql, stores.clock);
        archives = new DossierArchive(vault);
    }

    @Test
    void an_archive_holds_the_documents_in_their_order_byte_for_byte() throws IOException {
        // Given
        byte[] large = new byte[1_500_000];
        new Random(3).nextBytes(large);
        List<Parcel.Content> documents = List.of(
                stored("002_B.bin", large),
                stored("001_A.txt", "Händler".getBytes(StandardCharsets.UTF_8)),
                stored("003_C.txt", new byte[0]));

        // When
        Vault.Stored archive = archives.make("ACME-FR", documents, vault::path);

        // Then
        assertThat(Files.size(vault.path(archive.sha256()))).isEqualTo(archive.size());
        try (ZipFile zip = new ZipFile(vault.path(archive.sha256()).toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("002_B.bin", "001_A.txt", "003_C.txt");
            for (Parcel.Content document : documents) {
                try (InputStream entry = zip.getInputStream(zip.getEntry(document.name()))) {
                    assertThat(entry.readAllBytes()).isEqualTo(vault.read(document.sha256()));
                }
            }
        }
    }

    /** As a full disk does; whoever packs comes again. */
    @Test
    void a_vault_that_takes_nothing_now_is_asked_again_later() throws IOException {
        // Given
        List<Parcel.Content> documents = List.of(stored("001_A.txt", new byte[10]));
        Path incoming = home.resolve("incoming");
        Files.move(incoming, home.resolve("moved"));
        Files.createFile(incoming);

        // When
        assertThatThrownBy(() -> archives.make("ACME-FR", documents, vault::path))
                .isInstanceOf(PartnerFailure.Transient.class)
                .hasMessageContaining("see to the vault's disk");

        // Then
        Files.delete(incoming);
        assertThat(archives.make("ACME-FR", documents, vault::path).size()).isPositive();
    }

    @Test
    void a_document_that_the_vault_has_lost_is_named() throws IOException {
        // Given
        Parcel.Content document = stored("001_A.txt", new byte[10]);
        Files.delete(vault.path(document.sha256()));

        // When
        // Then
        assertThatThrownBy(() -> archives.make("ACME-FR", List.of(document), vault::path))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(document.sha256())
                .hasMessageContaining("restore it from the backup");
    }

    @Test
    void the_same_documents_give_the_same_bytes_wherever_and_whenever() {
        // Given
        List<Parcel.Content> documents =
                List.of(stored("001_A.txt", "a".repeat(70_000).getBytes(StandardCharsets.US_ASCII)));
        Vault.Stored first = archives.make("ACME-FR", documents, vault::path);
        TimeZone before = TimeZone.getDefault();

        // When
        Vault.Stored second;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            second = archives.make("ACME-FR", documents, vault::path);
        } finally {
            TimeZone.setDefault(before);
        }

        // Then
        assertThat(second).isEqualTo(first);
        // Fixed for ever: another Java must not make another archive of it.
        assertThat(first.sha256()).isEqualTo("7f6db42e6beff996f98350c7016237fa3b49ebd7dc8d7ec487afff1122afdce9");
    }

    @Test
    void a_document_whose_bytes_are_not_those_of_its_hash_is_not_packed() throws IOException {
        // Given
        Parcel.Content document = stored("001_A.txt", "genuine".getBytes(StandardCharsets.US_ASCII));
        Files.writeString(vault.path(document.sha256()), "changed");

        // When
        // Then
        assertThatThrownBy(() -> archives.make("ACME-FR", List.of(document), vault::path))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("001_A.txt")
                .hasMessageContaining(document.sha256());
    }

    private Parcel.Content stored(String name, byte[] bytes) {
        Vault.Stored stored = vault.put("ACME-FR", "DOCUMENT", bytes);
        return new Parcel.Content(name, "INVOICE", stored.sha256(), stored.size(), "text/plain");
    }
}
