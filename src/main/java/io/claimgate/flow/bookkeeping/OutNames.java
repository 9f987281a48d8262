package io.claimgate.flow.bookkeeping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Parts of the names of files for ERPs. */
final class OutNames {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private OutNames() {}

    /** Business time, UTC: {@code 20261121T090000123}. */
    static String stamp(Instant at) {
        return STAMP.format(at);
    }
}
