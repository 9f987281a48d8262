package io.claimgate.files;

import java.util.UUID;

/** A text that stands in no file, put behind the end of each: where it does not come out alone, a quote was never closed. */
record EndMark(String text) {

    static final int LENGTH = 36;

    EndMark() {
        this(UUID.randomUUID().toString());
    }
}
