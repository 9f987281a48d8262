package io.claimgate.receivable;

import io.claimgate.deadline.TermClock;
import io.claimgate.money.FxRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One receivable while an exposure is computed: its facts, its terms, and its places in the ledgers. Rank 0 is the oldest. */
final class Debt {

    final ReceivableFacts facts;
    final int rank;
    final Clocks clocks;
    /** The terms that its clocks follow. */
    final TermClock clock;

    /** Residuals up to this govern nothing; in its own currency. */
    final BigDecimal tolerance;
    /** What the buyer promised instead of paying on the due date; null: nothing. */
    final @Nullable PaymentPlan plan;

    /** Never above its tolerance, not even when it was issued: it stops no cover. */
    boolean tolerated;
    /** Open by the insurer's ledger. */
    BigDecimal outstanding = BigDecimal.ZERO;
    /** Open for the clocks: the larger of both ledgers while a derived payment is unconfirmed. */
    BigDecimal clockOutstanding = BigDecimal.ZERO;
    /** The day on which it was paid, by both ledgers; null while it is not, or where nobody knows when. */
    @Nullable
    LocalDate clearedOn;
    /** The day a bounced payment brought it back; null if none did. */
    @Nullable
    LocalDate reopenedOn;
    /** The first day on which its plan is void; null while it is kept, or where there is none. */
    @Nullable
    LocalDate planVoidFrom;

    Debt(ReceivableFacts facts, int rank, Clocks clocks, FxRates rates) {
        this.facts = facts;
        this.rank = rank;
        this.clocks = clocks;
        this.clock = clocks.terms;
        this.tolerance = tolerance(rates);
        this.plan = clocks.anchors.plan(facts);
    }

    long id() {
        return facts.id();
    }

    /** In another currency than the policy's at the rate of its invoice; without one it tolerates nothing, and no clock is silently late. */
    private BigDecimal tolerance(FxRates rates) {
        BigDecimal tolerated = clock.policy().cover().tolerance();
        if (tolerated.signum() == 0) {
            return tolerated;
        }
        return rates.quote(clock.policy().currency(), facts.currency(), facts.issueDate())
                .map(quote -> quote.rounded(tolerated, facts.currency()))
                .orElse(BigDecimal.ZERO);
    }

    /** A postponement past its cover stop that the insurer has not answered; null: none (deadlines.md 7). */
    @Nullable
    LocalDate consentNeededFor(LocalDate today) {
        LocalDate extension = clocks.anchors.unansweredExtension(planVoid(today));
        return extension != null && clocks.coverStopOn != null && extension.isAfter(clocks.coverStopOn)
                ? extension
                : null;
    }

    boolean planVoid(LocalDate today) {
        return planVoidFrom != null && !today.isBefore(planVoidFrom);
    }

    /** The latest due date that the policy's maximum credit term allows; null where it is kept (deadlines.md 20). */
    @Nullable
    LocalDate exceededCreditTerm() {
        LocalDate latest = clock.policy().loss().latestDueDate(facts.issueDate(), facts.deliveryDate());
        LocalDate due = facts.originalDueDate();
        return latest != null && due != null && due.isAfter(latest) ? latest : null;
    }

    /** Whether it counts for the clocks: open above the tolerance. */
    boolean governs() {
        return clockOutstanding.compareTo(tolerance) > 0;
    }

    /** Nothing of it is open in any ledger. */
    boolean settled() {
        return outstanding.signum() == 0 && clockOutstanding.signum() == 0;
    }

    boolean overdueOn(LocalDate today) {
        return facts.originalDueDate() != null && today.isAfter(facts.originalDueDate());
    }

    /** An amount with its currency's decimals, for the same number always to be equal. */
    BigDecimal units(BigDecimal amount) {
        return Totals.units(amount, facts.currency());
    }

    OwedLine owed() {
        return new OwedLine(
                facts.id(),
                facts.issueDate(),
                facts.deliveryDate() == null ? facts.issueDate() : facts.deliveryDate(),
                facts.currency(),
                outstanding,
                facts.disputed(),
                facts.gross(),
                facts.net(),
                exceededCreditTerm() == null);
    }

    /** How people call it, {@code A/1}. */
    String label() {
        return facts.invoiceNumber() + "/" + facts.instalment();
    }
}
