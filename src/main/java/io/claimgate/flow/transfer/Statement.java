package io.claimgate.flow.transfer;

import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.Debtor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account of a claim's buyer in the insurer's ledger, as it was declared.
 *
 * @param asOf the day of the declaration in the policy's zone
 * @param lines oldest due date first
 * @param payments up to {@code asOf}, oldest first
 * @param total what the lines leave open, as far as there were rates, in {@code currency}
 */
public record Statement(
        String creditor,
        String claimKey,
        String policy,
        Debtor debtor,
        LocalDate asOf,
        String currency,
        List<Line> lines,
        List<Paid> payments,
        BigDecimal total) {

    /** Of more payments only the latest are listed. */
    public static final int MOST_PAYMENTS = 1000;

    /** One receivable of the claim. @param gross its first amount; what is open stands in {@code claimed} */
    public record Line(ClaimLine claimed, BigDecimal gross) {}

    /**
     * One payment.
     *
     * @param invoiceNumber what the debtor or the ERP matched it with; the insurer's ledger takes the oldest first
     * @param reversalOf the payment that bounced; null for all others
     */
    public record Paid(
            LocalDate on,
            String id,
            BigDecimal amount,
            String currency,
            @Nullable String invoiceNumber,
            @Nullable String reversalOf) {}

    public Statement {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }
}
