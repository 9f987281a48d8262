package io.claimgate.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated insurer is asked to behave at one operation.
 *
 * @param every affects the first call of every n-th new claim key only; null: every call
 * @param times affects so many calls, then it is normal again; null: until it is changed
 * @param delay how long it waits in the modes that wait; null: half the gateway's patience for slow, a little more than it for the others
 */
record Behaviour(
        String operation,
        Mode mode,
        @Nullable Integer every,
        @Nullable Integer times,
        @Nullable Duration delay) {

    /** Whole dossiers over SFTP, no operation of the WSDL. */
    static final String DOSSIERS = "TransferDossier";

    static final List<String> OPERATIONS = List.of(
            "DeclareClaim",
            "SupplementClaim",
            "AmendClaim",
            "WithdrawClaim",
            "TransferDocument",
            "GetClaim",
            "ListResults",
            DOSSIERS);

    enum Mode {
        NORMAL,
        /** Answers the declared fault: it did not take the message. */
        REFUSE,
        /** Answers a SOAP fault of its own making: something broke in it. */
        FAULT,
        /** Answers 503, having taken nothing. */
        HTTP_503,
        /** Takes it, and answers late. */
        SLOW,
        /** Takes nothing, and never answers. */
        TIMEOUT_BEFORE,
        /** Takes it, and never answers. */
        ACCEPT_THEN_TIMEOUT,
        /** Takes nothing, and cuts the connection. */
        DISCONNECT,
        /** Takes a dossier, and never gives a receipt. */
        NO_RECEIPT;

        /** Whether an operation can behave so: over SFTP there are no faults and no HTTP, over SOAP the answer is the receipt. */
        boolean fits(String operation) {
            return operation.equals(DOSSIERS) ? this != FAULT && this != HTTP_503 : this != NO_RECEIPT;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Mode of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(mode -> mode.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("mode \"" + word + "\": not one of "
                            + Arrays.stream(values()).map(Mode::word).toList()));
        }
    }

    Behaviour {
        if (!OPERATIONS.contains(operation)) {
            throw new IllegalArgumentException("operation \"" + operation + "\": not one of " + OPERATIONS);
        }
        if (!mode.fits(operation)) {
            throw new IllegalArgumentException("mode \"" + mode.word() + "\": " + operation + " has none such");
        }
        if (every != null && every < 1) {
            throw new IllegalArgumentException("every \"" + every + "\": give 1 or more");
        }
        if (times != null && times < 1) {
            throw new IllegalArgumentException("times \"" + times + "\": give 1 or more");
        }
        if (delay != null && delay.isNegative()) {
            throw new IllegalArgumentException("delay \"" + delay + "\": give a positive duration such as PT2S");
        }
    }
}
