package io.claimgate.insurer.sftp;

import org.jspecify.annotations.Nullable;

/** Why something at the server did not come about. */
public final class SftpTrouble extends Exception {

    /** How much is known of what the server did. */
    public enum Kind {
        /** Nothing was asked of it: no connection, not the pinned host key, it does not let us in. */
        NEVER_THERE,
        /** It said no, and did nothing. */
        DENIED,
        /** Its answer did not come: it may have done it. */
        LOST
    }

    private final Kind kind;

    SftpTrouble(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
