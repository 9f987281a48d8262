package io.claimgate.flow.declaration;

import java.time.Instant;
import java.util.List;

/** Where outgoing traffic is stopped. All calls join the caller's transaction. */
public interface Pauses {

    /** @param name an insurer or creditor; {@code *} for all */
    record Pause(PauseScope scope, String name, String by, String reason, Instant since) {}

    /** Whether anything stops what goes to this insurer for this creditor. */
    boolean stops(String insurer, String creditor);

    /** False if it is paused already. */
    boolean add(Pause pause);

    /** False if it is not paused. */
    boolean remove(PauseScope scope, String name);

    List<Pause> all();
}
