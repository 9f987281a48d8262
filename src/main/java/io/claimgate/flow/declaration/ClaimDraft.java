package io.claimgate.flow.declaration;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.ReceivableKey;
import io.claimgate.claim.ReleaseRule;
import java.math.BigDecimal;
import java.util.List;

/**
 * An exposure's loss that is to be declared.
 *
 * @param governing the business key of the receivable that governs the exposure
 * @param amount the lines' sum
 * @param cause PROTRACTED_DEFAULT or INSOLVENCY
 */
public record ClaimDraft(
        ClaimSubject subject,
        ReceivableKey governing,
        ClaimWindow window,
        ReleaseRule rule,
        List<ClaimLine> lines,
        BigDecimal amount,
        String currency,
        String cause) {

    public ClaimDraft {
        lines = List.copyOf(lines);
        BigDecimal sum = lines.stream().map(ClaimLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (lines.isEmpty() || sum.compareTo(amount) != 0) {
            throw new IllegalArgumentException("exposure " + subject.exposureId() + ": amount " + amount
                    + " is not the sum " + sum + " of its " + lines.size() + " lines");
        }
    }

    /** The claim's name for ever. */
    public ClaimKey key() {
        return ClaimKey.of(subject.contract(), subject.buyerId(), governing, subject.episode());
    }
}
