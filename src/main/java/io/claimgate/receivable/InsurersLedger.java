package io.claimgate.receivable;

import io.claimgate.calendar.DayRange;
import io.claimgate.money.FxRates;
import io.claimgate.money.MissingRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The insurer's ledger beside the ERP's (money.md). Two allocations run while derived payments are unconfirmed: all oldest first (the
 * money), and derived ones on the invoice whose open amount fell (what the ERP knows); the clocks follow whichever is earlier. Where
 * payments bounced, the time before each return is judged with them: one run per day of return.
 */
final class InsurersLedger {

    private final List<Debt> debts;
    private final int[] issued;
    private final CreditNotes notes;
    private final Payments payments;
    private final PaymentsMode mode;
    private final FxRates rates;
    private SortedSet<MissingRate> missing = Collections.emptySortedSet();

    InsurersLedger(List<Debt> debts, List<ReceivableFacts> notes, Payments payments, PaymentsMode mode, FxRates rates) {
        this.debts = debts;
        this.issued = Ledger.issueOrder(debts);
        this.notes = new CreditNotes(debts, notes);
        this.payments = payments;
        this.mode = mode;
        this.rates = rates;
    }

    /** Puts outstanding, clock outstanding and reopening into the debts; returns when which of them was open, for the cover. */
    List<Stage> settle() {
        List<Stage> stages = new ArrayList<>();
        LocalDate from = LocalDate.MIN;
        for (LocalDate day : payments.returnDays) {
            stages.add(stage(from, day.minusDays(1), from));
            from = day;
        }
        Stage last = stage(from, LocalDate.MAX, null);
        stages.add(last);
        missing = last.money.missingRates();
        for (Debt debt : debts) {
            boolean cleared = debt.facts.absent() && mode == PaymentsMode.EXPLICIT;
            debt.tolerated = notes.principal[debt.rank].compareTo(debt.tolerance) <= 0;
            debt.outstanding = debt.units(cleared ? BigDecimal.ZERO : last.money.residual(debt.rank));
            debt.clockOutstanding = debt.units(cleared ? BigDecimal.ZERO : last.clockResidual(debt.rank));
            debt.clearedOn = cleared ? null : last.openUntil(debt.rank);
            debt.reopenedOn = debt.governs() ? reopenedOn(debt.rank, stages) : null;
        }
        return stages;
    }

    /** How much was overdue on every day, by the money that stayed. */
    OverdueHistory overdue(PolicyMoney money) {
        Ledger ledger = run(notes.principal, payments.standing(null), false);
        return OverdueHistory.of(debts, notes.principal, ledger.reductions(), money);
    }

    /** Rates that money waits for; known once it is settled. */
    SortedSet<MissingRate> missingRates() {
        return missing;
    }

    /** The day on which the last debt was paid; null while anything is open, or where nothing was ever owed. */
    static @Nullable LocalDate settledOn(List<Debt> debts, List<Stage> stages) {
        Stage last = stages.get(stages.size() - 1);
        LocalDate latest = null;
        for (Debt debt : debts) {
            LocalDate until = last.openUntil(debt.rank);
            if (until == null || debt.governs()) {
                return null;
            }
            latest = latest == null ? until : Stage.later(latest, until);
        }
        return latest;
    }

    private Stage stage(LocalDate from, LocalDate to, @Nullable LocalDate returnsBy) {
        List<Payments.Standing> standing = payments.standing(returnsBy);
        Ledger money = run(notes.principal, standing, false);
        return new Stage(from, to, money, payments.anyDerived() ? run(notes.principal.clone(), standing, true) : money);
    }

    private Ledger run(BigDecimal[] principal, List<Payments.Standing> standing, boolean derivedOnTheirInvoice) {
        List<Credit> credits = new ArrayList<>(notes.untied);
        for (Payments.Standing each : standing) {
            PaymentFacts payment = each.payment();
            BigDecimal left = derivedOnTheirInvoice && payment.derived()
                    ? notes.reduceNamed(
                            principal, payment.invoiceNumber(), payment.instalment(), payment.currency(), each.amount())
                    : each.amount();
            if (left.signum() > 0) {
                credits.add(each.credit(left));
            }
        }
        credits.sort(Credit.IN_TIME);
        return Ledger.run(debts, issued, principal, credits, rates);
    }

    /** The last return that opened what was cleared the day before; null if none did. */
    private static @Nullable LocalDate reopenedOn(int rank, List<Stage> stages) {
        for (int i = stages.size() - 1; i > 0; i--) {
            LocalDate day = stages.get(i).from;
            if (stages.get(i - 1).clearedBefore(rank, day) && !stages.get(i).clearedBefore(rank, day)) {
                return day;
            }
        }
        return null;
    }

    /** How the ledgers stood from one return of a payment to the next. */
    static final class Stage {
        private final LocalDate from;
        private final LocalDate to;
        private final Ledger money;
        private final Ledger erp;

        Stage(LocalDate from, LocalDate to, Ledger money, Ledger erp) {
            this.from = from;
            this.to = to;
            this.money = money;
            this.erp = erp;
        }

        private BigDecimal clockResidual(int rank) {
            return money == erp ? money.residual(rank) : money.residual(rank).max(erp.residual(rank));
        }

        private boolean clearedBefore(int rank, LocalDate day) {
            return money.clearedBefore(rank, day) && erp.clearedBefore(rank, day);
        }

        /**
         * The days of this stage on which a debt was open after {@code close}; the day it was paid belongs to them. Null: none.
         */
        @Nullable
        DayRange openAfter(int rank, LocalDate close) {
            LocalDate begin = later(close.plusDays(1), from);
            LocalDate end = openUntil(rank);
            LocalDate last = end == null || end.isAfter(to) ? to : end;
            return last.isBefore(begin) ? null : new DayRange(begin, last.equals(LocalDate.MAX) ? null : last);
        }

        private @Nullable LocalDate openUntil(int rank) {
            LocalDate byMoney = money.clearedOn(rank);
            LocalDate byErp = erp.clearedOn(rank);
            return byMoney == null || byErp == null ? null : later(byMoney, byErp);
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
