package io.claimgate.flow.audit;

import org.jspecify.annotations.Nullable;

/**
 * An event as the database has it now.
 *
 * @param mac by which the gateway that recorded it vouches for it; null for what no gateway recorded
 * @param payload null once it was erased
 */
public record KeptEvent(
        AuditEvent event, @Nullable String mac, @Nullable Payload payload) {

    /** Whether the payload is the one that was recorded; true where it was erased. */
    boolean payloadFits() {
        return payload == null || payload.fits(event.commitment());
    }
}
