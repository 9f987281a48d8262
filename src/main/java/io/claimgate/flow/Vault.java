package io.claimgate.flow;

import io.claimgate.exchange.PartnerFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Every byte received or sent, by its SHA-256, never changed. Bytes are on the disk (fsync) before a commit may name them. */
public interface Vault {

    /** Kind of what ERPs drop. */
    String ERP_FILE = "ERP_FILE";

    /** Kind of evidence. */
    String DOCUMENT = "DOCUMENT";

    /**
     * Stores the bytes and records them for the creditor.
     *
     * @param kind ERP_FILE, REQUEST, RESPONSE, DOCUMENT, POSTING
     * @return what was stored
     */
    Stored put(String creditor, String kind, InputStream bytes) throws IOException;

    /**
     * As {@link #put(String, String, InputStream)}, for bytes in memory.
     *
     * @throws PartnerFailure.Transient if its disk takes nothing now: says nothing of whoever wanted to store
     */
    Stored put(String creditor, String kind, byte[] bytes);

    /** Opens what was stored. The caller closes it. */
    InputStream open(String sha256) throws IOException;

    /** Where the bytes lie; read only. */
    Path path(String sha256);

    /**
     * Reads all of it; for messages, not for files.
     *
     * @throws PartnerFailure.Transient if its disk cannot be read now
     * @throws IllegalStateException if it is not there
     */
    byte[] read(String sha256);

    record Stored(String sha256, long size) {}
}
