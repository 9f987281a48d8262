package io.claimgate.operations.evidence;

import io.claimgate.flow.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts stored bytes into the export, under names of ours, and says of each row where they are. */
final class Bytes {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "application/xml", ".xml",
            "text/xml", ".xml",
            "application/soap+xml", ".xml",
            "multipart/related", ".mime",
            "image/png", ".png",
            "image/jpeg", ".jpg",
            "image/tiff", ".tif",
            "application/zip", ".zip",
            "text/plain", ".txt");

    private final Vault vault;
    private final EvidenceZip zip;

    Bytes(Vault vault, EvidenceZip zip) {
        this.vault = vault;
        this.zip = zip;
    }

    /**
     * Adds what the row's {@code sha256} names, and to the row {@code file} (null where there are no bytes) and {@code intact} (whether they
     * are the bytes that were recorded; false too where they are lost).
     *
     * @param name without ending
     */
    void add(Map<String, @Nullable Object> row, String name, @Nullable Object mediaType) throws IOException {
        row.put("file", null);
        if (row.get("sha256") instanceof String sha256) {
            boolean stored = Files.isRegularFile(vault.path(sha256));
            if (stored) {
                try (InputStream bytes = vault.open(sha256)) {
                    EvidenceZip.Entry entry = zip.copy(name + ending(mediaType), bytes);
                    row.put("file", entry.name());
                    stored = entry.sha256().equals(sha256);
                }
            }
            row.put("intact", stored);
        }
    }

    private static String ending(@Nullable Object mediaType) {
        String plain = String.valueOf(mediaType).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return ENDINGS.getOrDefault(plain, ".bin");
    }
}
