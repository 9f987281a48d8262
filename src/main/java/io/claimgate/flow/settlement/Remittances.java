package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.recovery.Remittance;
import io.claimgate.recovery.RemittanceChanges.Owed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we owe insurers. All calls join the caller's transaction, which holds the claim's lock. */
public interface Remittances {

    List<Remittance> of(ClaimKey claim);

    /**
     * @param closesOn null where the policy sets no term
     * @return its row
     */
    long owe(Claim claim, Owed owed, @Nullable LocalDate closesOn, Instant now);

    void cancel(Remittance remittance, Instant now);

    void remitted(Remittance remittance, LocalDate on, String reference, String actor, Instant now);
}
