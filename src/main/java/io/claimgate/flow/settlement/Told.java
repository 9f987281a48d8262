package io.claimgate.flow.settlement;

import io.claimgate.recovery.InsurerResult;
import org.jspecify.annotations.Nullable;

/**
 * Something that an insurer told, by whichever way.
 *
 * @param insurer who, proven by his credential or by whom we asked
 * @param about which claim
 * @param operation the insurer's name for it: NotifySettlement
 * @param bytes as they came, without credentials
 */
public record Told(
        String insurer,
        Channel channel,
        ClaimName about,
        InsurerResult result,
        String operation,
        byte[] bytes,
        String contentType) {

    /** By which way. */
    public enum Channel {
        /** It called us. */
        PUSH,
        /** We asked. */
        POLL
    }

    /** How a message names its claim: by our key, by the insurer's number, or by both. */
    public record ClaimName(
            @Nullable String claimKey, @Nullable String insurerClaimNumber) {}
}
