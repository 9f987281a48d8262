package io.claimgate.recovery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an insurer tells of a claim (contracts.md 4), whether it called us or we asked. */
public sealed interface InsurerResult {

    /** The insurer's name for the message: the same one again is the same message. */
    String messageId();

    /**
     * Where the claim stands at the insurer.
     *
     * @param at when it was decided there: the insurer's order
     * @param acceptedAmount of a (partial) acceptance, in the claim's currency; null where it says none
     */
    record Status(
            String messageId,
            Decision status,
            Instant at,
            @Nullable BigDecimal acceptedAmount,
            @Nullable String reason) implements InsurerResult {}

    enum Decision {
        ACKNOWLEDGED,
        INFORMATION_REQUESTED,
        UNDER_REVIEW,
        ACCEPTED,
        PARTIALLY_ACCEPTED,
        REFUSED
    }

    /**
     * Money.
     *
     * @param settlementId the insurer's name for the movement: it counts once, however many messages tell of it
     * @param amount above zero, in minor units of {@code currency}; the kind says the direction
     * @param costs of a recovery, shared by both before the split; null: none
     * @param insurerShare of a recovery, as the insurer computes it; null where it does not say
     * @param insuredShare the same for us
     * @param reference for the entry's text
     */
    record Settlement(
            String messageId,
            String settlementId,
            SettlementKind kind,
            BigDecimal amount,
            String currency,
            @Nullable BigDecimal costs,
            LocalDate valueDate,
            @Nullable BigDecimal insurerShare,
            @Nullable BigDecimal insuredShare,
            String reference)
            implements InsurerResult {}

    enum SettlementKind {
        /** What the insurer will pay: acknowledged, not paid yet. */
        DECISION,
        /** Paid to the insured. */
        INDEMNITY,
        /** Collected from the buyer by the insurer. */
        RECOVERY,
        /** Costs of collection that are charged to the insured. */
        COST,
        /** The insurer wants some of its indemnity back. */
        CLAWBACK
    }

    /**
     * Documents that the insurer wants beyond the dossier.
     *
     * @param kinds names of document kinds
     * @param replyBy null where it sets no day
     */
    record DocumentsRequest(
            String messageId,
            Instant at,
            List<String> kinds,
            @Nullable String note,
            @Nullable LocalDate replyBy) implements InsurerResult {
        public DocumentsRequest {
            kinds = List.copyOf(kinds);
        }
    }
}
