package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Submission;
import io.claimgate.flow.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Transfers and their submissions of operation DOCUMENT. All calls join the caller's transaction, which holds the claim's lock. */
public interface TransferStore {

    /** Whose transfer it is; needs no lock. */
    Optional<ClaimKey> claimOf(long submission);

    Transfer get(long submission);

    /** The highest number of the claim's transfers; 0 before the first. */
    int lastNumber(ClaimKey key);

    /**
     * The intent, before anything is sent.
     *
     * @param name under which the insurer sees it
     * @param payload its bytes in the vault
     * @return the submission's row
     */
    long insert(
            Claim claim,
            int number,
            String channel,
            String name,
            List<Transfer.Item> documents,
            Vault.Stored payload,
            Instant intentAt);

    void update(Submission submission);

    /** The transport receipt. */
    void carried(long submission, Instant at);

    /** The business receipt. */
    void received(long submission, Instant at, String receipt);
}
