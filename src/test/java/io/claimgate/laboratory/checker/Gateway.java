package io.claimgate.laboratory.checker;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the gateway says of itself, by REST or by its views.
 *
 * @param open work that is due or under way and not done; empty when it has come to rest
 * @param submissions states by claim key and number
 * @param findings of the verification of its history
 * @param declaredEvents how many events tell that a claim was declared, by claim key
 * @param logs files that it wrote
 */
public record Gateway(
        List<Claim> claims,
        List<String> open,
        List<Parked> parked,
        Map<String, String> submissions,
        List<String> findings,
        Map<String, Long> declaredEvents,
        List<Path> logs) {

    /** A claim. @param documents SHA-256 of what it says it sent */
    public record Claim(
            String claimKey,
            String buyer,
            String state,
            BigDecimal amount,
            String currency,
            boolean alerted,
            List<String> documents) {}

    /** Work that waits for a person. */
    public record Parked(String task, String reason) {}
}
