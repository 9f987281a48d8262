package io.claimgate.laboratory.partner;

import java.util.Arrays;
import java.util.Locale;

/** What a stub does with a request. @see StubBehaviour */
public enum StubMode {
    NORMAL(true),
    /** Takes it, answers after the delay. */
    DELAY(true),
    /** Takes it, says nothing for the delay, then cuts. */
    ACCEPT_THEN_TIMEOUT(true),
    /** Takes it and cuts. */
    ACCEPT_THEN_CUT(true),
    /** Cuts, and takes it after the delay: an insurer that settles late. */
    ACCEPT_LATE(true),
    /** Cuts, having taken nothing. */
    CUT(false),
    /** Status 500 with nothing in it. */
    ERROR_500(false),
    /** Status 503. */
    ERROR_503(false),
    /** Status 200 and somebody's login page. */
    HTML(false),
    /** A SOAP fault of its own making. */
    SOAP_FAULT(false),
    /** Takes it, and half an answer. */
    TRUNCATED_XML(true),
    /** Takes it, and XML that nobody expects. */
    FOREIGN_XML(true),
    /** Takes it, and the fault that says it is there already. */
    DUPLICATE(true),
    /** Takes nothing and says nothing for the delay. */
    SILENT(false);

    private final boolean takes;

    StubMode(boolean takes) {
        this.takes = takes;
    }

    /** Whether it takes the request. */
    public boolean takes() {
        return takes;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static StubMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mode \"" + word + "\": not one of "
                        + Arrays.stream(values()).map(StubMode::word).toList()));
    }
}
