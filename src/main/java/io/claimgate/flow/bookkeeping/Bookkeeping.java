package io.claimgate.flow.bookkeeping;

import io.claimgate.accounting.Booking;

/** Takes what must be booked. */
@FunctionalInterface
public interface Bookkeeping {

    /**
     * Makes its postings and plans their writing, in the caller's transaction, which holds the claim's lock. The same cause again changes
     * nothing.
     */
    void book(Booking booking);
}
