package io.claimgate.support;

import java.util.List;

/** On which side of an operation a process dies. */
public final class Deaths {

    private Deaths() {}

    /**
     * The sides as whether it is the one before: both where the case is the plainest of its kind, else only after, when the world knows
     * more than the gateway does. {@code -Ddeaths.both=true} (the profile {@code faults}) takes both everywhere.
     */
    public static List<Boolean> sides(boolean plainest) {
        return plainest || Boolean.getBoolean("deaths.both") ? List.of(true, false) : List.of(false);
    }
}
