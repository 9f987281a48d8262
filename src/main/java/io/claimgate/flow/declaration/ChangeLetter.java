package io.claimgate.flow.declaration;

import io.claimgate.claim.ChangeLine;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;

/** A change as a person can print it, and tell it to the insurer by other means. */
public final class ChangeLetter {

    private ChangeLetter() {}

    /** A few lines of plain text. */
    public static String of(Claim claim, ClaimChange change) {
        StringBuilder text = new StringBuilder();
        text.append(title(change))
                .append("\nclaim ")
                .append(claim.key())
                .append(", change ")
                .append(change.number());
        if (claim.insurerClaimNumber() != null) {
            text.append(", your number ").append(claim.insurerClaimNumber());
        }
        text.append("\npolicy ")
                .append(claim.subject().policy())
                .append(", insured ")
                .append(claim.subject().creditor())
                .append("\nreason: ")
                .append(change.reason());
        change.lines().forEach(line -> text.append('\n').append(words(line)));
        return text.append("\namount of the claim: ")
                .append(change.amountAfter().toPlainString())
                .append(' ')
                .append(change.currency())
                .append(" instead of ")
                .append(change.amountBefore().toPlainString())
                .toString();
    }

    private static String title(ClaimChange change) {
        return switch (change.kind()) {
            case SUPPLEMENT -> "Supplement of a claim";
            case AMEND -> "Amendment of a claim";
            case WITHDRAW -> "Withdrawal of a claim";
        };
    }

    private static String words(ChangeLine line) {
        String invoice = "invoice " + line.now().invoiceNumber()
                + (line.now().instalment() == 1
                        ? ""
                        : " instalment " + line.now().instalment()) + ", issued "
                + line.now().issueDate() + ", due " + line.now().dueDate() + ": "
                + line.now().amount().toPlainString() + " " + line.now().currency();
        String before =
                line.before() == null ? "" : " instead of " + line.before().toPlainString();
        return line.now().disputed().signum() == 0
                ? invoice + before
                : invoice + before + ", of which contested "
                        + line.now().disputed().toPlainString();
    }
}
