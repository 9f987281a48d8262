package io.claimgate.files;

import io.claimgate.flow.transfer.Parcel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP file that comes into being while it is read. Its entries are stored, not deflated: PDFs and images are dense already, and so the
 * bytes depend on no version of a compressor.
 */
final class StoredZip extends InputStream {

    private static final int BLOCK = 1 << 16;
    /** In every entry, so that the same documents give the same bytes; a local time, which no zone can change. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Iterator<Parcel.Content> documents;
    private final Function<String, Path> pathOfSha;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(BLOCK + 1024);
    private final ZipOutputStream zip = new ZipOutputStream(made);
    private final byte[] block = new byte[BLOCK];
    private InputStream ready = InputStream.nullInputStream();
    private @Nullable InputStream document;
    private boolean finished;

    StoredZip(List<Parcel.Content> documents, Function<String, Path> pathOfSha) {
        this.documents = documents.iterator();
        this.pathOfSha = pathOfSha;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = ready.read(bytes, from, length);
        while (read < 0 && !finished) {
            makeMore();
            ready = new ByteArrayInputStream(made.toByteArray());
            made.reset();
            read = ready.read(bytes, from, length);
        }
        return read;
    }

    private void makeMore() throws IOException {
        if (document != null) {
            goOn(document);
        } else if (documents.hasNext()) {
            document = begin(documents.next());
        } else {
            zip.finish();
            finished = true;
        }
    }

    private InputStream begin(Parcel.Content content) throws IOException {
        Path path = pathOfSha.apply(content.sha256());
        ZipEntry entry = new ZipEntry(content.name());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.size());
        entry.setCrc(checked(content, path));
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        return Files.newInputStream(path);
    }

    private void goOn(InputStream open) throws IOException {
        int read = open.read(block);
        if (read < 0) {
            open.close();
            document = null;
            zip.closeEntry();
        } else {
            zip.write(block, 0, read);
        }
    }

    /** Its CRC, after a look whether the vault still has the very bytes. */
    private static long checked(Parcel.Content content, Path path) throws IOException {
        CRC32 crc = new CRC32();
        MessageDigest digest = sha256();
        long size;
        try (InputStream bytes =
                new CheckedInputStream(new DigestInputStream(Files.newInputStream(path), digest), crc)) {
            size = bytes.transferTo(OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (size != content.size() || !found.equals(content.sha256())) {
            throw new IllegalStateException("document " + content.name() + ": the vault has other bytes under "
                    + content.sha256() + "; restore it from the backup");
        }
        return crc.getValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (document != null) {
            document.close();
        }
    }
}
