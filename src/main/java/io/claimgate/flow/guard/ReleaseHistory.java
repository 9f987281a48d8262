package io.claimgate.flow.guard;

import io.claimgate.claim.Anomaly.Volume;
import io.claimgate.claim.Claim;
import io.claimgate.claim.FirstLoad;
import java.time.Instant;
import java.time.LocalDate;

/** What a contract's claims have been like. All calls join the caller's transaction. */
public interface ReleaseHistory {

    /** The highest day of each, by number and by amount, from {@code from} until before {@code before}, whoever let them go. */
    Volume usual(String contract, String creditor, LocalDate from, LocalDate before);

    /** What the machine has let go on that day, and what it would let go next. */
    Volume due(String contract, String creditor, LocalDate day);

    /** Exposures of the creditor that still have to be looked at now; counted up to {@code most}. */
    long unseen(String creditor, Instant now, long most);

    /** Where the claim's governing receivable came from. */
    FirstLoad firstLoad(Claim claim);
}
