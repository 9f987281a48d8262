package io.claimgate.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact of money that the books of the ERP must show. It is turned into balanced postings by the rule table of the accounting mapping, once
 * for its cause.
 *
 * @param cause unique for ever: {@code settlement/<insurer>/<settlementId>}, {@code remittance/<id>}, ...
 * @param event what happened; names the rule
 * @param date of the entry, the value date
 * @param currency of all amounts, ISO 4217
 * @param amounts by name, none negative; a rule takes those that it names
 * @param receivables what it is about, oldest first; the amounts are shared over them by weight
 */
public record Booking(
        String cause,
        Event event,
        String claimKey,
        String creditor,
        long buyerId,
        String insurer,
        String insurerReference,
        LocalDate date,
        String currency,
        Map<Amount, BigDecimal> amounts,
        List<Receivable> receivables) {

    /** Events that a rule table has a rule for. */
    public enum Event {
        /** The insurer acknowledged what it will pay: GROSS. */
        INDEMNITY_ACKNOWLEDGED,
        /** An acknowledgement was lowered or taken back before it was paid: GROSS. */
        INDEMNITY_ACKNOWLEDGEMENT_REVERSED,
        /** It paid: GROSS. */
        INDEMNITY_PAID,
        /** It collected from the buyer: GROSS, COSTS, NET, INSURER_SHARE, INSURED_SHARE. */
        RECOVERY_BY_INSURER,
        /** A recovery of the insurer was taken back, the same amounts. */
        RECOVERY_BY_INSURER_REVERSED,
        /** The buyer paid us after the loss: GROSS, COSTS, NET, INSURER_SHARE (which we owe), INSURED_SHARE. */
        RECOVERY_BY_INSURED,
        /** Such a payment bounced, the same amounts. */
        RECOVERY_BY_INSURED_REVERSED,
        /** We paid the insurer what we owed of a recovery or clawback: GROSS. */
        REMITTED,
        /** Costs of collection charged to us: GROSS. */
        COSTS_CHARGED,
        /** The insurer takes back some of its indemnity, or a credit note after payment makes us owe it: GROSS. */
        CLAWBACK,
        /** What a credit note made us owe it no longer does: GROSS. */
        CLAWBACK_REVERSED;

        /** What this one takes back; null for an event that takes nothing back. */
        public @Nullable Event reverses() {
            return switch (this) {
                case INDEMNITY_ACKNOWLEDGEMENT_REVERSED -> INDEMNITY_ACKNOWLEDGED;
                case RECOVERY_BY_INSURER_REVERSED -> RECOVERY_BY_INSURER;
                case RECOVERY_BY_INSURED_REVERSED -> RECOVERY_BY_INSURED;
                case CLAWBACK_REVERSED -> CLAWBACK;
                default -> null;
            };
        }

        /** Whether its amounts are told in shares; the others have GROSS alone. */
        public boolean shared() {
            return switch (this) {
                case RECOVERY_BY_INSURER,
                        RECOVERY_BY_INSURER_REVERSED,
                        RECOVERY_BY_INSURED,
                        RECOVERY_BY_INSURED_REVERSED -> true;
                default -> false;
            };
        }
    }

    /** Names of amounts. */
    public enum Amount {
        GROSS,
        COSTS,
        NET,
        INSURER_SHARE,
        INSURED_SHARE
    }

    /**
     * A receivable of the claim.
     *
     * @param source the ERP whose books it stands in
     * @param weight its declared amount, in the claim's currency where there was a rate
     */
    public record Receivable(long id, String source, String invoiceNumber, int instalment, BigDecimal weight) {}

    public Booking {
        amounts = Map.copyOf(new EnumMap<>(amounts));
        receivables = List.copyOf(receivables);
        if (receivables.isEmpty()) {
            throw new IllegalArgumentException("booking " + cause + " is about no receivable");
        }
        amounts.forEach((name, amount) -> {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("booking " + cause + ": " + name + " " + amount
                        + " is negative; an event of the other direction says so instead");
            }
        });
    }
}
