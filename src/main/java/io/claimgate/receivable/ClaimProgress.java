package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a claim came after it was declared.
 *
 * @param indemnifiedOn value date of the insurer's first payment; null: it paid nothing
 * @param remittance what we owe the insurer; null: nothing, and nothing was ever owed
 */
public record ClaimProgress(
        Reached reached,
        @Nullable LocalDate indemnifiedOn,
        @Nullable Remittance remittance) {

    public static final ClaimProgress NONE = new ClaimProgress(Reached.DECLARED, null, null);

    /** The furthest. */
    public enum Reached {
        DECLARED(ReceivableState.DECLARED),
        DOSSIER_SENT(ReceivableState.DOSSIER_SENT),
        INDEMNIFIED(ReceivableState.INDEMNIFIED),
        /** Nothing is left to be collected. */
        RECOVERED(ReceivableState.RECOVERED);

        private final ReceivableState state;

        Reached(ReceivableState state) {
            this.state = state;
        }

        /** What that makes of the claim's receivables. */
        public ReceivableState state() {
            return state;
        }
    }

    /**
     * Money that belongs to the insurer.
     *
     * @param receivedOn day on which it came to us: of what is owed the oldest, else of what was remitted last
     * @param remittedOn null while any of it is owed
     * @param amount what is owed now
     */
    public record Remittance(LocalDate receivedOn, @Nullable LocalDate remittedOn, BigDecimal amount) {}
}
