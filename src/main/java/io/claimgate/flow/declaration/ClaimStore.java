package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.Debtor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Claims and their lines. All calls join the caller's transaction. */
public interface ClaimStore {

    Optional<Claim> find(ClaimKey key);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Claim> lock(ClaimKey key);

    /** Oldest due date first. */
    List<ClaimLine> lines(ClaimKey key);

    /** The buyer as its insurer is told of it. */
    Debtor debtor(ClaimSubject subject);

    void insert(Claim claim, List<ClaimLine> lines);

    /**
     * Writes it over the version that it came from.
     *
     * @throws IllegalStateException if that is no longer the stored one
     */
    void update(Claim claim);

    /** Other lines, amount and window, before anything was rendered. */
    void revise(Claim claim, BigDecimal amount, ClaimWindow window, List<ClaimLine> lines);

    /**
     * Removes a draft that never left for the insurer, with its lines.
     *
     * @return false, and nothing is removed, if the insurer has told something of it all the same
     */
    boolean delete(ClaimKey key);

    /** Those of the exposure that are not yet at the insurer, oldest first. */
    List<Claim> undeclaredOf(long exposureId);

    /** Claims that are not yet at the insurer, within the scope. */
    List<Undeclared> undeclared(PauseScope scope, String name);

    /** What is needed to plan a claim's work anew. */
    record Undeclared(ClaimKey key, String creditor, Instant closeAt) {}
}
