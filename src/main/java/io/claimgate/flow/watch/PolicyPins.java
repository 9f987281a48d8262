package io.claimgate.flow.watch;

import io.claimgate.policy.Contract;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which version of each policy an exposure is computed with. An edited policy does not move stored dates: a person's recorded
 * recomputation pins the new version (deadlines.md, example 20).
 *
 * @param versions by policy name
 */
public record PolicyPins(Map<String, Integer> versions) {

    public static final PolicyPins NONE = new PolicyPins(Map.of());

    public PolicyPins {
        versions = Map.copyOf(versions);
    }

    /** Reads {@code ACME-2025@1,ACME-2026@2}. */
    public static PolicyPins parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        return new PolicyPins(Arrays.stream(text.split(","))
                .map(pin -> pin.split("@"))
                .collect(Collectors.toMap(pin -> pin[0], pin -> Integer.valueOf(pin[1]))));
    }

    /** The versions of a contract's terms. */
    public static PolicyPins of(Contract contract) {
        return new PolicyPins(contract.terms().stream()
                .collect(Collectors.toMap(term -> term.policy().name(), term -> term.version())));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return new TreeMap<>(versions)
                .entrySet().stream()
                        .map(pin -> pin.getKey() + "@" + pin.getValue())
                        .collect(Collectors.joining(","));
    }
}
