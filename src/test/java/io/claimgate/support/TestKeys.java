package io.claimgate.support;

import io.claimgate.flow.audit.AuditKeys;
import io.claimgate.store.audit.KeyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Real audit keys, made once per test JVM. */
public final class TestKeys {

    public static final AuditKeys SHARED = fresh();

    private TestKeys() {}

    /** A key that no other has. */
    public static AuditKeys fresh() {
        try {
            return KeyFolder.open(Files.createTempDirectory("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
