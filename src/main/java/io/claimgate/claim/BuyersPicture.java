package io.claimgate.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What of a buyer's present ledger concerns a claim that the insurer has.
 *
 * @param owed what each receivable owes as far as it counts for the claim: money that came since recoveries began is shared, and reduces
 *     nothing; what is paid is among them with nothing
 * @param ripe those of them that may join the claim now
 * @param tolerance residuals up to this count as paid
 */
public record BuyersPicture(List<ClaimLine> owed, Set<Long> ripe, BigDecimal tolerance) {

    public BuyersPicture {
        owed = List.copyOf(owed);
        ripe = Set.copyOf(ripe);
    }
}
