package io.claimgate.flow.audit;

import java.time.Instant;

/**
 * One recorded event without its payload: what is sealed.
 *
 * @param id 0 while the database has given none
 * @param at business time
 * @param recordedAt system time
 * @param commitment to the payload, see {@link Payload#commitment}
 */
public record AuditEvent(
        long id,
        String stream,
        long seq,
        Instant at,
        Instant recordedAt,
        String actor,
        String type,
        int version,
        String creditor,
        String commitment) {

    /** The leaf of the tree: all of it. */
    public byte[] leaf() {
        return facts(new Canonical("claimgate-event 1").with("id", id));
    }

    /** What the gateway that records it vouches for: all but the id, which the database gives afterwards. */
    byte[] vouched() {
        return facts(new Canonical("claimgate-recorded 1"));
    }

    private byte[] facts(Canonical text) {
        return text.with("stream", stream)
                .with("seq", seq)
                .with("at", at)
                .with("recordedAt", recordedAt)
                .with("actor", actor)
                .with("type", type)
                .with("version", version)
                .with("creditor", creditor)
                .with("commitment", commitment)
                .bytes();
    }
}
