package io.claimgate.claim;

import java.util.List;

/** All that the insurer is told: what the canonical XML holds ({@code schemas/canonical/declaration.xsd}). */
public record Declaration(Claim claim, Debtor debtor, List<ClaimLine> lines) {

    public Declaration {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("claim " + claim.key() + " has no line");
        }
    }
}
