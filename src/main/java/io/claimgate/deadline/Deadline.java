package io.claimgate.deadline;

import io.claimgate.deadline.reason.Reason;
import io.claimgate.deadline.words.Language;
import io.claimgate.policy.DeadlineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One clock of an exposure or a claim, with its reasons.
 *
 * @param opensOn first day on which it may be met; null where the rule has no opening
 * @param floorOn first day on which acting is in order: {@code opensOn}, else the day after the oldest due date; null where there is none
 *     (insolvency, adverse information)
 * @param targetOn when the machine plans to act; null where the rule has no target
 * @param actsOn when the machine acts (deadlines.md 15); null for clocks that a declaration does not meet
 * @param safeOn last business day, less the lead; null for clocks that the insurer keeps
 * @param closesOn last day, which counts in full, rolled where the rule rolls; null while unknown
 * @param unrolledOn the close before any roll: what {@code END_OF_<KIND>} means; null while unknown
 * @param closesAt first instant that is too late; null while unknown
 * @param provisional a term of a composite was not known
 * @param governedBy id of the receivable whose date this is; null where none governs
 * @param amountAtRisk what a declaration would take, in {@code currency}
 * @param why its rule and its reason
 */
public record Deadline(
        DeadlineKind kind,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate floorOn,
        @Nullable LocalDate targetOn,
        @Nullable LocalDate actsOn,
        @Nullable LocalDate safeOn,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate unrolledOn,
        @Nullable Instant closesAt,
        DeadlineStatus status,
        boolean provisional,
        @Nullable Long governedBy,
        BigDecimal amountAtRisk,
        String currency,
        String policy,
        int policyVersion,
        Why why) {

    private static final int LONGEST = 2000;

    /** The rule in short: {@code ACME-2026/declaration@1: ORIGINAL_DUE_DATE + P4M}, at most 300 characters. */
    public String rule() {
        return why.tell().rule();
    }

    /** Why this date; null only for one that was stored before reasons were. */
    public @Nullable Reason reason() {
        return why.tell().reason();
    }

    /** Why this date, in plain words, at most 2,000 characters; empty without a reason. */
    public String explanation(Language language) {
        Reason reason = reason();
        String text = reason == null ? "" : language.explain(reason);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** In English. */
    public String explanation() {
        return explanation(Language.ENGLISH);
    }
}
