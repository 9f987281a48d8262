package io.claimgate.accounting;

/**
 * One line of the entry that an event makes.
 *
 * @param role which account
 * @param amount which of the booking's amounts
 * @param auxiliary whose sub-account; BUYER makes a line per receivable, with its invoice
 */
public record RuleLine(Side side, String role, Booking.Amount amount, Auxiliary auxiliary) {

    /** Left or right. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    /** Whose sub-account a line is kept in. */
    public enum Auxiliary {
        NONE,
        BUYER,
        INSURER
    }
}
