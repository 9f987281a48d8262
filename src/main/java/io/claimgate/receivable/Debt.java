package io.claimgate.receivable;

import io.claimgate.deadline.Resolution;
import io.claimgate.deadline.TermClock;
import io.claimgate.policy.DeadlineKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One receivable while an exposure is computed: its facts, its terms, and its places in the ledgers. Rank 0 is the oldest. */
final class Debt {

    /** Oldest first: original due date, issue date, number, instalment (deadlines.md 8, money.md). */
    static final Comparator<ReceivableFacts> OLDEST_FIRST = Comparator.comparing((ReceivableFacts facts) ->
                    facts.originalDueDate() == null ? LocalDate.MAX : facts.originalDueDate())
            .thenComparing(ReceivableFacts::issueDate)
            .thenComparing(ReceivableFacts::invoiceNumber)
            .thenComparingInt(ReceivableFacts::instalment)
            .thenComparingLong(ReceivableFacts::id);

    final ReceivableFacts facts;
    final int rank;
    final TermClock clock;
    final DebtAnchors anchors;
    /** Last day of its own cover stop; null where there is none or it is unknown. */
    final @Nullable LocalDate coverStopOn;

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

    Debt(ReceivableFacts facts, int rank, TermClock clock, DebtAnchors anchors) {
        this.facts = facts;
        this.rank = rank;
        this.clock = clock;
        this.anchors = anchors;
        this.coverStopOn = closes(DeadlineKind.COVER_STOP).dateOrNull();
    }

    Resolution closes(DeadlineKind kind) {
        return clock.closes(kind, anchors);
    }

    long id() {
        return facts.id();
    }

    BigDecimal tolerance() {
        return clock.policy().cover().tolerance();
    }

    /** Whether it counts for the clocks: open above the tolerance. */
    boolean governs() {
        return clockOutstanding.compareTo(tolerance()) > 0;
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
                facts.deliveryDate() == null ? facts.issueDate() : facts.deliveryDate(),
                facts.currency(),
                outstanding,
                facts.disputed(),
                facts.gross(),
                facts.net());
    }

    /** How people call it, {@code A/1}. */
    String label() {
        return facts.invoiceNumber() + "/" + facts.instalment();
    }
}
