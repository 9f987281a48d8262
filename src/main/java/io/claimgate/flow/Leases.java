package io.claimgate.flow;

import java.time.Duration;

/** Who does what only one process may do at a time: publishing, sealing, a drop folder. Judged by database time. */
public interface Leases {

    /** Takes or prolongs the lease; false while somebody else holds it. */
    boolean hold(String name, String owner, Duration lease);

    /** Gives it up. */
    void release(String name, String owner);
}
