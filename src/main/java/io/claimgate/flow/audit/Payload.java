package io.claimgate.flow.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an event carries. It stands beside the event, so that it can be erased: without its salt nobody can guess it from the commitment.
 *
 * @param salt 16 random bytes in hex
 * @param text JSON
 */
public record Payload(String salt, String text) {

    /** HMAC-SHA-256 of the text under the salt, in hex. */
    public String commitment() {
        return HexFormat.of().formatHex(hmac(HexFormat.of().parseHex(salt), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the commitment is to this payload; false for a salt that is no hex. */
    boolean fits(String commitment) {
        try {
            return commitment().equals(commitment);
        } catch (IllegalArgumentException notHex) {
            return false;
        }
    }

    static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
