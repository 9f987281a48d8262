package io.claimgate.flow.settlement;

import io.claimgate.accounting.Booking;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.recovery.LossFigures;
import io.claimgate.recovery.MovementChanges.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The books of a claim: rows are added, never changed. All calls join the caller's transaction, which holds the claim's lock. */
public interface ClaimMoney {

    /**
     * What stands of the movements that follow from facts; remittances are acts and no part of it.
     *
     * @param standing by root
     * @param versions the last one of every root, reversed ones included
     */
    record Books(Map<String, Entry> standing, Map<String, Integer> versions) {}

    Books of(ClaimKey claim);

    void book(Claim claim, Entry entry, LocalDate bookedOn, Instant now);

    void reverse(Claim claim, Entry entry, LocalDate bookedOn, Instant now);

    /** The claim's receivables, oldest first, with the ERP whose books they stand in. */
    List<Booking.Receivable> receivables(ClaimKey claim);

    /** Credit notes of the exposure that were issued, or came to us, on or after that instant's day. */
    Set<Long> notesSince(long exposureId, LocalDate day, Instant start);

    /** Keeps what the books say of the loss. */
    void loss(ClaimKey claim, LossFigures figures, BigDecimal remaining, Instant now);
}
