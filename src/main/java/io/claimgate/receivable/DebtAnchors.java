package io.claimgate.receivable;

import io.claimgate.deadline.Anchors;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.FactAnchor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the anchors of a receivable are found: in its row, in the events about it or its buyer, in the claim (deadlines.md 5). */
final class DebtAnchors implements Anchors {

    private static final Comparator<LocalDate> UNKNOWN_LAST = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<EventFacts> FIRST = Comparator.comparing(EventFacts::date)
            .thenComparing(EventFacts::knownOn)
            .thenComparing(event -> event.publishedOn(), UNKNOWN_LAST)
            .thenComparing(event -> event.newDueDate(), UNKNOWN_LAST);

    private final ReceivableFacts.Days days;
    private final List<EventFacts> events;
    private final @Nullable LocalDate declaredOn;
    private final @Nullable LocalDate paidAfterDeclaring;
    private final ClaimProgress.@Nullable Remittance remittance;
    private final @Nullable EventFacts consent;
    private final OverdueHistory overdue;

    /**
     * @param events about the receivable or its buyer
     * @param declaredOn day of the accepted claim in the policy's zone; null: none
     * @param paidAfterDeclaring first payment on or after it; null: none
     * @param remittance what of the buyer's money is the insurer's; null: none
     * @param overdue how much the buyer owed in all
     */
    DebtAnchors(
            ReceivableFacts.Days days,
            List<EventFacts> events,
            @Nullable LocalDate declaredOn,
            @Nullable LocalDate paidAfterDeclaring,
            ClaimProgress.@Nullable Remittance remittance,
            OverdueHistory overdue) {
        this.days = days;
        this.events = events;
        this.declaredOn = declaredOn;
        this.paidAfterDeclaring = paidAfterDeclaring;
        this.remittance = remittance;
        this.consent = earliest(EventKind.CONSENT);
        this.overdue = overdue;
    }

    @Override
    public @Nullable LocalDate date(FactAnchor anchor, DeadlineKind kind) {
        return switch (anchor) {
            case INVOICE_DATE -> days.issued();
            case DELIVERY_DATE -> days.delivered();
            case ORIGINAL_DUE_DATE -> days.originalDue();
            case EXTENDED_DUE_DATE -> extendedDueDate();
            case DECLARED -> declaredOn;
            case ACKNOWLEDGED -> dateOf(EventKind.ACKNOWLEDGED);
            case AWARENESS -> awareness(eventOf(kind));
            case INSOLVENCY_OPENED -> dateOf(EventKind.INSOLVENCY);
            case PUBLICATION -> publication();
            case LIMIT_NOTICE -> dateOf(EventKind.LIMIT_NOTICE);
            case FILE_COMPLETE -> dateOf(EventKind.FILE_COMPLETE);
            case DATE_OF_LOSS -> dateOfLoss();
            case PAYMENT_RECEIVED -> kind.equals(DeadlineKind.REMITTANCE) ? receivedForInsurer() : paidAfterDeclaring;
        };
    }

    @Override
    public boolean overdueAtMost(BigDecimal cap, LocalDate until) {
        return overdue.atMost(cap, until);
    }

    @Override
    public boolean consented() {
        return consent != null;
    }

    /**
     * A postponement that the insurer has not consented to; null: none. What an ERP overwrites is no postponement, only a proposal.
     *
     * @param planVoid whether an instalment of the plan was not paid: it postpones nothing any more
     */
    @Nullable
    LocalDate unansweredExtension(boolean planVoid) {
        return consented() ? null : postponedTo(!planVoid);
    }

    /** The newest plan of payments; null: none. */
    @Nullable
    PaymentPlan plan(ReceivableFacts receivable) {
        return PaymentPlan.of(events, receivable.gross(), receivable.currency());
    }

    /** First event of a kind, on one day the one that we were aware of first; null: none. */
    @Nullable
    EventFacts earliest(EventKind kind) {
        EventFacts first = null;
        for (EventFacts event : events) {
            if (event.kind() == kind && (first == null || FIRST.compare(event, first) < 0)) {
                first = event;
            }
        }
        return first;
    }

    @Nullable
    LocalDate dateOf(EventKind kind) {
        EventFacts event = earliest(kind);
        return event == null ? null : event.date();
    }

    /** A payment of which nothing is the insurer's starts no clock. */
    private @Nullable LocalDate receivedForInsurer() {
        return remittance == null ? null : remittance.receivedOn();
    }

    /** Day on which all of it was remitted; null while any is owed. */
    @Nullable
    LocalDate remittedOn() {
        return remittance == null ? null : remittance.remittedOn();
    }

    /** What is owed of it; null where nothing ever was. */
    @Nullable
    BigDecimal owedToInsurer() {
        return remittance == null ? null : remittance.amount();
    }

    private @Nullable LocalDate extendedDueDate() {
        return consent != null && consent.newDueDate() != null ? consent.newDueDate() : postponedTo(true);
    }

    private @Nullable LocalDate postponedTo(boolean byPlans) {
        LocalDate latest = days.extendedDue();
        for (EventFacts event : events) {
            boolean postpones =
                    event.kind() == EventKind.EXTENSION || (byPlans && event.kind() == EventKind.PAYMENT_PLAN);
            LocalDate told = postpones ? event.newDueDate() : null;
            latest = told != null && (latest == null || told.isAfter(latest)) ? told : latest;
        }
        return latest;
    }

    private @Nullable LocalDate awareness(EventKind kind) {
        EventFacts event = earliest(kind);
        return event == null ? null : event.knownOn();
    }

    private @Nullable LocalDate publication() {
        EventFacts insolvency = earliest(EventKind.INSOLVENCY);
        return insolvency == null ? null : insolvency.publishedOn();
    }

    private @Nullable LocalDate dateOfLoss() {
        LocalDate given = dateOf(EventKind.DATE_OF_LOSS);
        return given != null ? given : dateOf(EventKind.INSOLVENCY);
    }

    private static EventKind eventOf(DeadlineKind kind) {
        if (kind.equals(DeadlineKind.ADVERSE_INFO)) {
            return EventKind.ADVERSE_INFO;
        }
        return kind.equals(DeadlineKind.LIMIT_NOTICE) ? EventKind.LIMIT_NOTICE : EventKind.INSOLVENCY;
    }
}
