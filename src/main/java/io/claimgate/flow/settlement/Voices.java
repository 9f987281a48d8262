package io.claimgate.flow.settlement;

import java.util.Set;

/** For which insurers of our books a caller speaks: for itself, and for those that are the same house under another name. */
@FunctionalInterface
public interface Voices {

    /** @param caller the insurer whose credentials were shown, or whose list was read */
    Set<String> of(String caller);
}
