package io.claimgate.policy;

import java.util.List;
import java.util.Map;

/**
 * Which documents a claim needs.
 *
 * @param required by cause of loss: PROTRACTED_DEFAULT, INSOLVENCY
 * @param byCountry more of them, by the buyer's country
 */
public record DocumentTerms(Map<String, List<String>> required, Map<String, List<String>> byCountry) {

    public static final DocumentTerms NONE = new DocumentTerms(Map.of(), Map.of());

    public DocumentTerms {
        required = Map.copyOf(required);
        byCountry = Map.copyOf(byCountry);
    }
}
