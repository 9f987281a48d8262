package io.claimgate.operations.evidence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that is written while it is sent; the hash of every entry goes into the last one. */
final class EvidenceZip {

    /** @param sha256 of the bytes in the ZIP */
    record Entry(String name, long size, String sha256) {}

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    EvidenceZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    Entry add(String name, byte[] bytes) throws IOException {
        return write(name, out -> out.write(bytes));
    }

    Entry add(String name, String text) throws IOException {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Passes the bytes on without holding them. */
    Entry copy(String name, InputStream bytes) throws IOException {
        return write(name, bytes::transferTo);
    }

    /** Writes an entry piece by piece. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The same for what is made while it is written. */
    Entry write(String name, Content content) throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(new DigestOutputStream(zip, digest));
        content.writeTo(counted);
        zip.closeEntry();
        Entry entry = new Entry(name, counted.size, HexFormat.of().formatHex(digest.digest()));
        entries.add(entry);
        return entry;
    }

    /** What was added so far. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Without it the ZIP has no directory: one that broke off opens nowhere. */
    void finish() throws IOException {
        zip.finish();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Counts, and lets nobody close the ZIP. */
    private static final class Counted extends FilterOutputStream {
        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
