package io.claimgate.flow;

/**
 * The journal of what left: beside the database and never restored with it alone, so that a database which is older than what was sent
 * gives itself away, and can be brought up to it.
 */
public interface Departures {

    /** For what needs no restore: keeps nothing. */
    Departures NONE = departure -> {};

    /** Writes it down; on the disk when this returns. What cannot be noted must not happen. */
    void note(Departure departure);
}
