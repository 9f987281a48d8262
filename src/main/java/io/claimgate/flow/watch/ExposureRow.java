package io.claimgate.flow.watch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exposure as it is stored, locked by the caller's transaction.
 *
 * @param contract the root policy's name
 * @param policyVersions which version of each policy computes it; empty: not computed yet
 * @param coverStoppedOn as last computed; null while covered
 */
public record ExposureRow(
        long id,
        String contract,
        String creditor,
        long buyerId,
        int episode,
        PolicyPins policyVersions,
        @Nullable LocalDate coverStoppedOn) {

    /** How events and alerts name it. */
    public String subject() {
        return "exposure/" + id;
    }
}
