package io.claimgate.support;

import java.time.Duration;

/**
 * What happens to one connection through a {@link FaultProxy}.
 *
 * @param clientBytes of the client reach the server before the end comes
 * @param serverBytes of the server reach the client before the end comes
 * @param delay before the first byte of the client goes on
 */
public record LineFault(long clientBytes, long serverBytes, End end, Duration delay) {

    /** How a connection ends. */
    public enum End {
        /** Closed for the client; the server reads what has reached it, and then the end. */
        CUT,
        /** It stays open and nothing comes over it any more. */
        SILENCE,
        /** The server sees the end of what the client sends; its answer still arrives. */
        HALF_CLOSE
    }

    /** All is well. */
    public static final LineFault NONE = new LineFault(Long.MAX_VALUE, Long.MAX_VALUE, End.CUT, Duration.ZERO);

    /** The client's n-th byte is its last. */
    public static LineFault cutAfterSent(long bytes) {
        return new LineFault(bytes, Long.MAX_VALUE, End.CUT, Duration.ZERO);
    }

    /** The answer ends after n bytes. */
    public static LineFault cutAfterReceived(long bytes) {
        return new LineFault(Long.MAX_VALUE, bytes, End.CUT, Duration.ZERO);
    }

    /** The server gets everything, the client nothing, and nobody closes. */
    public static LineFault swallowed() {
        return new LineFault(Long.MAX_VALUE, 0, End.SILENCE, Duration.ZERO);
    }

    public static LineFault silentAfterSent(long bytes) {
        return new LineFault(bytes, Long.MAX_VALUE, End.SILENCE, Duration.ZERO);
    }

    public static LineFault halfClosedAfterSent(long bytes) {
        return new LineFault(bytes, Long.MAX_VALUE, End.HALF_CLOSE, Duration.ZERO);
    }

    public static LineFault delayed(Duration delay) {
        return new LineFault(Long.MAX_VALUE, Long.MAX_VALUE, End.CUT, delay);
    }
}
