package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One receivable as the insurer sees it. Its own declaration window decides its state; which deadline binds the exposure is another
 * question.
 *
 * @param outstanding by the insurer's ledger
 * @param clockOutstanding what counts as open for the clocks: more than {@code outstanding} while a derived payment is unconfirmed
 * @param opensOn first day of its own window, the day after its due date where the rule has no opening; null while unknown
 * @param safeOn safe date of its own window; null while unknown
 * @param closesOn last day of its own window; null while unknown
 * @param closesAt first instant that is too late; null while unknown
 * @param coverStopOn last day of its own cover stop; null where the policy has none or it is unknown
 * @param reopenedOn the day a bounced payment reopened it; null if none did
 */
public record ReceivablePicture(
        long id,
        ReceivableState state,
        BigDecimal outstanding,
        BigDecimal clockOutstanding,
        String policy,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate safeOn,
        @Nullable LocalDate closesOn,
        @Nullable Instant closesAt,
        @Nullable LocalDate coverStopOn,
        @Nullable LocalDate reopenedOn) {}
