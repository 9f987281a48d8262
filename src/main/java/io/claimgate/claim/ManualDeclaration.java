package io.claimgate.claim;

import java.time.Instant;

/**
 * What a person filed in the insurer's portal and another one has to confirm.
 *
 * @param reference the insurer's, from the portal
 * @param at when the insurer received it
 * @param evidence SHA-256 of the proof in the vault
 * @param by who says so first
 */
public record ManualDeclaration(String reference, Instant at, String evidence, String by) {

    /** Whether somebody else says the same. */
    public boolean confirmedBy(String other, String itsReference, Instant itsInstant) {
        return !other.equals(by) && reference.equals(itsReference) && at.equals(itsInstant);
    }
}
