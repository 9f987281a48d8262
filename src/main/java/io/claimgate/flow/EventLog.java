package io.claimgate.flow;

import java.util.Map;

/** What happened: history, audit and outbox in one. */
public interface EventLog {

    /** Who acts when nobody is logged in. */
    String MACHINE = "machine";

    /**
     * Records an event in the caller's transaction, with the next number of its stream. The caller holds the lock on the row that the
     * stream tells of.
     *
     * @param stream what it tells of: {@code claim/<claimKey>}, {@code exposure/<id>}, {@code file/<id>}, {@code account/<name>}
     * @param type {@code <thing>.<what>} without the {@code io.claimgate.} before it: {@code claim.declared}
     * @param actor {@link #MACHINE} or an account's name
     * @param creditor whose it is; {@code *} for the gateway's own
     * @param payload plain values (String, Number, Boolean, LocalDate, Instant, List, Map)
     */
    void record(String stream, String type, String actor, String creditor, Map<String, ?> payload);
}
