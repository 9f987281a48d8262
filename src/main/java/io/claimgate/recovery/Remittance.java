package io.claimgate.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money of the insurer that is with us.
 *
 * @param root of the movement that made us owe it
 * @param receivedOn when it came to us, or was asked for
 */
public record Remittance(long id, String root, BigDecimal amount, LocalDate receivedOn, State state) {

    public enum State {
        OWED,
        REMITTED,
        /** What made us owe it was taken back before we paid. */
        VOID
    }

    public boolean owed() {
        return state == State.OWED;
    }
}
