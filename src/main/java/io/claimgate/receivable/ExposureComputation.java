package io.claimgate.receivable;

import io.claimgate.calendar.DayEnd;
import io.claimgate.calendar.DayRange;
import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.TermClock;
import io.claimgate.deadline.Warning;
import io.claimgate.money.MissingRate;
import io.claimgate.policy.Contract;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.Limitations;
import io.claimgate.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of the rules over one exposure; lives as long as the computation. */
final class ExposureComputation {

    private final Contract contract;
    private final ExposureFacts facts;
    private final Instant asOf;
    private final HolidayCalendars holidays;
    private final Limitations limitations;
    private final @Nullable ClaimFacts accepted;
    private final Map<ContractTerm, TermClock> clocks = new IdentityHashMap<>();

    ExposureComputation(
            Contract contract, ExposureFacts facts, Instant asOf, HolidayCalendars holidays, Limitations limitations) {
        this.contract = contract;
        this.facts = facts;
        this.asOf = asOf;
        this.holidays = holidays;
        this.limitations = limitations;
        this.accepted = facts.acceptedClaim();
    }

    ExposurePicture picture() {
        Payments payments = new Payments(facts.payments());
        List<Debt> debts = debts(payments);
        InsurersLedger ledger = ledger(debts, payments);
        List<InsurersLedger.Stage> stages = ledger.settle();
        List<Standing> standings =
                debts.stream().map(debt -> Standing.of(debt, accepted, asOf)).toList();
        DayRange filing = Filing.of(
                facts.claim(),
                newest(),
                InsurersLedger.settledOn(debts, stages),
                contract.newest().policy().changes().coverBack());
        List<DayRange> filed = new ArrayList<>(facts.filed());
        Stream.ofNullable(filing).forEach(filed::add);
        CoverHistory cover = CoverRules.history(debts, stages, filed, insolvencyOn());
        return assemble(debts, standings, cover, payments, ledger.missingRates(), filing);
    }

    private InsurersLedger ledger(List<Debt> debts, Payments payments) {
        List<ReceivableFacts> notes =
                facts.receivables().stream().filter(ReceivableFacts::isCredit).toList();
        return new InsurersLedger(debts, notes, payments, facts.mode(), facts.rates());
    }

    /** What the receivables owe, oldest first. */
    List<OwedLine> owed() {
        Payments payments = new Payments(facts.payments());
        List<Debt> debts = debts(payments);
        ledger(debts, payments).settle();
        return debts.stream().map(Debt::owed).toList();
    }

    private ExposurePicture assemble(
            List<Debt> debts,
            List<Standing> standings,
            CoverHistory cover,
            Payments payments,
            SortedSet<MissingRate> missingRates,
            @Nullable DayRange filing) {
        Map<DeadlineKind, Governing> governing = GoverningByKind.of(contract, standings, accepted);
        TermClock clock = leading(governing.get(DeadlineKind.DECLARATION));
        LocalDate today = clock.dayOf(asOf);
        Policy policy = clock.policy();
        LocalDate lossOn = dateOfLoss(governing);
        LocalDate come = lossOn == null || lossOn.isAfter(today) ? null : lossOn;
        PolicyMoney money =
                new PolicyMoney(facts.rates(), policy.currency(), policy.loss().fx(), come);
        Totals totals = Totals.of(standings, money, asOf);
        limitsInForeignCurrency(debts, money);
        missingRates.addAll(money.missing());
        DeadlineRules rules =
                new DeadlineRules(accepted, totals.oldestDue(), totals.declarable(), totals.currency(), asOf);
        NextAction next = new NextAction(asOf);
        next.onDay(lossOn, clock);
        Concerns concerns = Concerns.of(standings, facts.buyerCountry(), limitations, today);
        concerns.turns(next, clock);
        List<Deadline> deadlines = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        governing.forEach((kind, governed) -> {
            Debt by = Objects.requireNonNull(governed.by());
            DeadlineRule rule = Objects.requireNonNull(by.clock.policy().rule(kind));
            Deadline deadline = rules.deadline(rule, by, governed.close());
            deadlines.add(deadline);
            Stream.ofNullable(rules.warning(deadline, by.clock)).forEach(warnings::add);
            rules.turns(deadline, by.clock, next);
        });
        standings.forEach(standing -> standing.turns(next));
        turns(cover, clock, next);
        DeclarationOutlook declaration = new DeclarationRules(
                        clock.policy(), facts.claim(), totals.lines(), totals.declarable(), today)
                .outlook(
                        deadlines,
                        insolvencyOn() == null
                                ? DeclarationOutlook.Cause.PROTRACTED_DEFAULT
                                : DeclarationOutlook.Cause.INSOLVENCY);
        return new ExposurePicture(
                clock.term(),
                totals.outstanding(),
                totals.overdue(),
                totals.currency(),
                totals.foreign(),
                cover,
                cover.stoppedOn(today),
                List.copyOf(deadlines),
                new Pictures(standings),
                standings.stream()
                        .filter(standing -> standing.changed(facts.claim()))
                        .map(Standing::picture)
                        .toList(),
                ids(standings.stream().filter(Standing::newlyForeclosed)),
                List.copyOf(warnings),
                declaration,
                accepted != null && !totals.lines().isEmpty(),
                unknown(standings),
                ids(standings.stream().filter(standing -> standing.reopenedNearClose(today))),
                payments.unmatched,
                come,
                List.copyOf(missingRates),
                concerns.all(),
                debts.stream().noneMatch(Debt::governs),
                filing,
                next.next());
    }

    private List<Debt> debts(Payments payments) {
        boolean capped = contract.terms().stream()
                .flatMap(term -> term.policy().overlays().stream())
                .anyMatch(overlay -> overlay.overdueAtMost() != null);
        if (!capped) {
            return debts(payments, OverdueHistory.NONE);
        }
        // The ledger needs no clock, the capped clock needs the ledger: once without, to know what was overdue when.
        Policy policy = contract.newest().policy();
        PolicyMoney money =
                new PolicyMoney(facts.rates(), policy.currency(), policy.loss().fx(), null);
        return debts(
                payments, ledger(debts(payments, OverdueHistory.NONE), payments).overdue(money));
    }

    private List<Debt> debts(Payments payments, OverdueHistory overdue) {
        EventsByReceivable events = new EventsByReceivable(facts.events());
        List<ReceivableFacts> owed = OldestFirst.of(
                facts.receivables().stream().filter(ReceivableFacts::isDebt).toList());
        LocalDate paidAfter = payments.firstFrom(declaredOn(newest()));
        List<Debt> debts = new ArrayList<>(owed.size());
        Map<ReceivableFacts.Days, Clocks> shared = new HashMap<>();
        for (ReceivableFacts receivable : owed) {
            List<EventFacts> own = events.about(receivable.id());
            ReceivableFacts.Days days = receivable.days();
            Clocks clocks = own == null ? shared.get(days) : clocks(days, own, paidAfter, overdue);
            if (clocks == null) {
                clocks = clocks(days, events.aboutBuyer(), paidAfter, overdue);
                shared.put(days, clocks);
            }
            Debt debt = new Debt(receivable, debts.size(), clocks, facts.rates());
            debt.planVoidFrom = debt.plan == null ? null : debt.plan.voidFrom(payments.standing(null));
            debts.add(debt);
        }
        return debts;
    }

    private Clocks clocks(
            ReceivableFacts.Days days, List<EventFacts> events, @Nullable LocalDate paidAfter, OverdueHistory overdue) {
        TermClock terms = clockOf(contract.termFor(days.delivered(), days.issued()));
        return new Clocks(
                terms, new DebtAnchors(days, events, declaredOn(terms.dayEnd()), paidAfter, remittance(), overdue));
    }

    private ClaimProgress.@Nullable Remittance remittance() {
        return accepted == null ? null : accepted.after().remittance();
    }

    /** Terms of the receivable that governs the declaration, else the newest. */
    private TermClock leading(@Nullable Governing declaration) {
        return declaration == null || declaration.by() == null ? clockOf(contract.newest()) : declaration.by().clock;
    }

    private TermClock clockOf(ContractTerm term) {
        return clocks.computeIfAbsent(term, key -> new TermClock(key, holidays));
    }

    private DayEnd newest() {
        return contract.newest().policy().dayEnd();
    }

    /** Day on which the insurer got the claim; null: it never did, or it is withdrawn, and starts no clock any more. */
    private @Nullable LocalDate declaredOn(DayEnd dayEnd) {
        return accepted == null || accepted.declaredAt() == null ? null : dayEnd.dayOf(accepted.declaredAt());
    }

    /** Given, else the insolvency, else the end of the waiting time (deadlines.md 5); null: not known. */
    private @Nullable LocalDate dateOfLoss(Map<DeadlineKind, Governing> governing) {
        LocalDate told = first(EventKind.DATE_OF_LOSS);
        if (told == null) {
            told = insolvencyOn();
        }
        Governing waiting = governing.get(DeadlineKind.WAITING);
        return told != null || waiting == null ? told : waiting.close().dateOrNull();
    }

    /** A limit in another currency needs the rate of every day that a receivable is converted at. */
    private void limitsInForeignCurrency(List<Debt> debts, PolicyMoney money) {
        for (LimitFacts limit : facts.limits()) {
            if (limit.amount() != null && !limit.currency().equals(money.currency())) {
                debts.stream()
                        .filter(Debt::governs)
                        .map(debt -> debt.facts.issueDate())
                        .distinct()
                        .forEach(day -> money.worth(limit.amount(), limit.currency(), day));
            }
        }
    }

    private @Nullable LocalDate insolvencyOn() {
        return first(EventKind.INSOLVENCY);
    }

    private @Nullable LocalDate first(EventKind kind) {
        return facts.events().stream()
                .filter(event -> event.kind() == kind)
                .map(EventFacts::date)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static void turns(CoverHistory cover, TermClock clock, NextAction next) {
        cover.gaps().forEach(gap -> {
            next.onDay(gap.from(), clock);
            next.onDay(gap.to() == null ? null : gap.to().plusDays(1), clock);
        });
    }

    private static List<UnknownDate> unknown(List<Standing> standings) {
        List<UnknownDate> unknown = new ArrayList<>();
        for (Standing standing : standings) {
            Debt debt = standing.debt();
            if (debt.governs() && !standing.state().atInsurer()) {
                debt.clocks
                        .unknown()
                        .forEach((kind, lacking) -> unknown.add(new UnknownDate(debt.id(), kind, lacking)));
            }
        }
        return List.copyOf(unknown);
    }

    private static List<Long> ids(Stream<Standing> standings) {
        return standings.map(standing -> standing.debt().id()).toList();
    }
}
