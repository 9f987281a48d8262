package io.claimgate.flow.audit;

/** Vouches for an event at the moment it is recorded, with a key that is not in the database: who only has the database forges none. */
@FunctionalInterface
public interface EventStamp {

    /** The stamp of an event, 64 hex digits; its id does not count. */
    String of(AuditEvent event);
}
