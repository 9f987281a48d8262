package io.claimgate.accounting;

import java.util.Optional;

/** Where a posting stands on its way into the books of the ERP. */
public enum PostingState {
    /** Made; no file has it yet. */
    OPEN,
    /** Its file is fixed, and may be there already. */
    FIXED,
    /** The file was there; the ERP has not answered. */
    WRITTEN,
    /** The ERP has booked it. */
    CONFIRMED,
    /** The ERP would not book it. */
    REFUSED;

    /** What the ERP says of a posting. */
    public enum Answer {
        POSTED,
        REFUSED
    }

    /**
     * What the ERP's word makes of it. A refused one may be booked after all, once somebody has mended the cause.
     *
     * @return empty where the word cannot be: nothing was sent yet, or it was booked already
     */
    public Optional<PostingState> answered(Answer answer) {
        return switch (this) {
            case OPEN -> Optional.empty();
            case FIXED, WRITTEN, REFUSED -> Optional.of(answer == Answer.POSTED ? CONFIRMED : REFUSED);
            case CONFIRMED -> answer == Answer.POSTED ? Optional.of(CONFIRMED) : Optional.empty();
        };
    }
}
