package io.claimgate.feed;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says in 128 bits (the first half of a SHA-256) whether a row tells anything new. Fields are written with their length, so that no two
 * rows of different fields look alike. Not for several threads.
 */
final class RowHash {

    private static final int NULL = -1;

    private final MessageDigest digest;
    private byte[] bytes = new byte[512];
    private int length;

    RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    RowHash add(@Nullable String text) {
        if (text == null) {
            return number(NULL);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    RowHash add(@Nullable LocalDate date) {
        return number(date == null ? NULL : (int) date.toEpochDay());
    }

    RowHash add(@Nullable BigDecimal amount) {
        return add(amount == null ? null : amount.toPlainString());
    }

    RowHash number(int value) {
        room(4);
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    /** The hash of what was added since the last call. */
    UUID take() {
        digest.update(bytes, 0, length);
        length = 0;
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
