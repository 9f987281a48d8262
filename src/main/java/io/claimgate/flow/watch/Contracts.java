package io.claimgate.flow.watch;

import io.claimgate.policy.Contract;
import java.util.Optional;

/** The contracts of the active configuration, and the versions that were active before. */
public interface Contracts {

    /**
     * The contract with the pinned versions of its policies; a policy that is not pinned comes in its newest version.
     *
     * @throws IllegalStateException if no policy of that name is known
     */
    Contract contract(String key, PolicyPins pins);

    /** The key of the contract that a policy belongs to; empty if there is no policy of that name. */
    Optional<String> contractOf(String policy);
}
