package io.claimgate.flow.declaration;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.ReceivableKey;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * An exposure's loss that is to be declared.
 *
 * @param governing the business key of the receivable that governs the exposure
 * @param amount what the lines are worth together; those without a rate are not in it, and declared all the same
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
        amount = inMinorUnits(amount, currency);
        lines = lines.stream().map(ClaimDraft::inMinorUnits).toList();
        BigDecimal sum =
                lines.stream().map(ClaimLine::worth).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (lines.isEmpty() || sum.compareTo(amount) != 0) {
            throw new IllegalArgumentException("exposure " + subject.exposureId() + ": amount " + amount
                    + " is not the worth " + sum + " of its " + lines.size() + " lines");
        }
    }

    private static ClaimLine inMinorUnits(ClaimLine line) {
        return new ClaimLine(
                line.receivableId(),
                line.invoiceNumber(),
                line.instalment(),
                line.issueDate(),
                line.dueDate(),
                inMinorUnits(line.amount(), line.currency()),
                line.currency(),
                line.worth(),
                inMinorUnits(line.disputed(), line.currency()));
    }

    private static BigDecimal inMinorUnits(BigDecimal amount, String currency) {
        return amount.setScale(Currencies.minorUnits(currency), RoundingMode.UNNECESSARY);
    }

    /** The claim's name for ever. */
    public ClaimKey key() {
        return ClaimKey.of(subject.contract(), governing, subject.episode());
    }
}
