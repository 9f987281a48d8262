package io.claimgate.sandbox;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Whether an archive holds what its manifest announces, byte for byte. Nothing is unpacked under a name that came from outside, and never
 * more than was announced.
 */
final class ArchiveCheck {

    /** Denser than any honest archive. */
    private static final long DENSEST = 200;

    private final DocumentLedger documents;

    ArchiveCheck(DocumentLedger documents) {
        this.documents = documents;
    }

    /** Stores every document of it under its hash. */
    void unpack(Manifest manifest, Path archive) throws IOException, Unsound {
        if (!Files.isRegularFile(archive) || Files.size(archive) != manifest.size()) {
            throw new Unsound("ARCHIVE_DAMAGED", manifest.archive() + " has not the size that its manifest says");
        }
        if (!DocumentLedger.sha256(archive).equals(manifest.sha256())) {
            throw new Unsound("ARCHIVE_DAMAGED", manifest.archive() + " has not the SHA-256 that its manifest says");
        }
        if (manifest.announced() / DENSEST > manifest.size()) {
            throw new Unsound(
                    "ARCHIVE_REFUSED", manifest.archive() + " would unpack to " + manifest.announced() + " bytes");
        }
        entries(manifest, archive);
    }

    private void entries(Manifest manifest, Path archive) throws IOException, Unsound {
        Map<String, Manifest.Entry> expected = new HashMap<>();
        manifest.documents().forEach(document -> expected.put(document.name(), document));
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry found = zip.getNextEntry(); found != null; found = zip.getNextEntry()) {
                Manifest.Entry entry = expected.remove(found.getName());
                if (entry == null) {
                    throw new Unsound("ARCHIVE_REFUSED", "an entry is not in the manifest, or is there twice");
                }
                entry(entry, zip);
            }
        } catch (ZipException e) {
            throw new Unsound("ARCHIVE_DAMAGED", manifest.archive() + " is no ZIP file that can be read");
        }
        if (!expected.isEmpty()) {
            throw new Unsound("DOCUMENT_MISSING", "not in the archive: " + expected.keySet());
        }
    }

    private void entry(Manifest.Entry entry, InputStream zip) throws IOException, Unsound {
        try {
            documents.store(entry.name(), entry.sha256(), new Bounded(zip, entry.size()));
        } catch (DocumentLedger.WrongHash e) {
            throw new Unsound("DOCUMENT_DAMAGED", String.valueOf(e.getMessage()));
        }
    }

    /** Ends one byte after what was announced, which no hash forgives, and leaves the archive open. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long announced) {
            super(in);
            this.left = announced + 1;
        }

        @Override
        public int read() throws IOException {
            int read = left == 0 ? -1 : super.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = left == 0 ? -1 : super.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() {
            // The next entry follows.
        }
    }
}
