package io.claimgate.sandbox;

import java.time.Duration;

/**
 * What happens to an answer on its way out.
 *
 * @param delay before that
 */
record TransportEffect(Duration delay, End end) {

    /** Under this name it stands at the request. */
    static final String ATTRIBUTE = TransportEffect.class.getName();

    /** Set at a request whose connection is to be cut. */
    static final String CUT = TransportEffect.class.getName() + ".cut";

    enum End {
        /** The answer goes out. */
        ANSWER,
        /** Status 503 instead. */
        UNAVAILABLE,
        /** The connection ends without a byte. */
        CUT
    }
}
