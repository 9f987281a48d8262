package io.claimgate.claim;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim's governing receivable came from, as far as a first load is concerned.
 *
 * @param source the ERP
 * @param version of the policy that computes the claim
 * @param receivableSince when the gateway learnt of the receivable
 * @param versionSince when that version of the policy was recorded; null where it is not known
 * @param released versions whose load of this source an approver has released
 */
public record FirstLoad(
        String source,
        int version,
        Instant receivableSince,
        @Nullable Instant versionSince,
        Set<Integer> released) {

    public FirstLoad {
        released = Set.copyOf(released);
    }

    /**
     * Whether the claim belongs to a load that nobody has released: everything of a source that no version of the policy has had released,
     * and under a newer version what was there before that version.
     */
    public boolean waits() {
        if (released.contains(version)) {
            return false;
        }
        return released.isEmpty() || (versionSince != null && receivableSince.isBefore(versionSince));
    }
}
