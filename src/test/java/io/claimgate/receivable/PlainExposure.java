package io.claimgate.receivable;

import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.Policy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The oracle's facts of one exposure, before anybody asks what day it is: its books by every state of knowledge, its dates. */
final class PlainExposure {

    static final PlainDay FROM = new PlainDay(2027, 9, 1);
    static final int DAYS = 560;

    final Policy policy;
    final ExposureFacts facts;
    final List<ReceivableFacts> debts;
    final List<PlainTerms> terms;
    final ZoneId zone;
    final ClaimFacts accepted;

    private final Map<PlainDay, Boolean> covered = new HashMap<>();
    private final Map<PlainDay, Instant> over = new HashMap<>();
    private final PlainBooks money;
    private final PlainBooks told;
    private final List<PlainDay> returns;
    private final List<PlainBooks> moneyBefore = new ArrayList<>();
    private final List<PlainBooks> toldBefore = new ArrayList<>();

    PlainExposure(Policy policy, ExposureFacts facts) {
        this.policy = policy;
        this.facts = facts;
        this.zone = policy.dayEnd().zone();
        boolean has = facts.claim() != null && facts.claim().phase() == ClaimFacts.Phase.ACCEPTED;
        this.accepted = has ? facts.claim() : null;
        this.debts = facts.receivables().stream()
                .filter(each -> !each.type().equals("381"))
                .sorted(Comparator.comparing(ReceivableFacts::originalDueDate)
                        .thenComparing(ReceivableFacts::issueDate)
                        .thenComparing(ReceivableFacts::invoiceNumber)
                        .thenComparing(ReceivableFacts::instalment))
                .toList();
        this.terms = debts.stream().map(this::terms).toList();
        this.returns = facts.payments().stream()
                .filter(payment -> payment.reversalOf() != null)
                .map(payment -> PlainDay.of(payment.paidOn()))
                .distinct()
                .sorted()
                .toList();
        // Before the first return nothing had come back yet.
        this.moneyBefore.add(books(FROM.daysEarlier(1), false));
        this.toldBefore.add(books(FROM.daysEarlier(1), true));
        for (PlainDay day : returns) {
            moneyBefore.add(books(day, false));
            toldBefore.add(books(day, true));
        }
        this.money = books(null, false);
        this.told = books(null, true);
    }

    /** Without a rate nothing is tolerated in another currency. */
    private BigDecimal tolerance(int debt) {
        return debts.get(debt).currency().equals(policy.currency())
                ? policy.cover().tolerance()
                : BigDecimal.ZERO;
    }

    long owed(int debt) {
        return money.left(debt);
    }

    long feared(int debt) {
        return Math.max(money.left(debt), told.left(debt));
    }

    boolean governs(int debt) {
        return feared(debt) > PlainBooks.cents(tolerance(debt));
    }

    /** Whether a delivery of that day has cover. */
    boolean covered(PlainDay day) {
        return covered.computeIfAbsent(day, this::looked);
    }

    private boolean looked(PlainDay day) {
        int known = (int) returns.stream().filter(back -> !day.before(back)).count();
        boolean late = IntStream.range(0, debts.size())
                .anyMatch(debt -> open(known, debt, day) && past(terms.get(debt).closes(DeadlineKind.COVER_STOP), day));
        return !late && !filed(day) && !insolvent(day);
    }

    /** The day of the last return that opened what was cleared the day before. */
    PlainDay reopened(int debt) {
        for (int i = returns.size(); i > 0 && governs(debt); i--) {
            PlainDay day = returns.get(i - 1);
            if (!open(i - 1, debt, day) && cleared(i - 1, debt, day) && open(i, debt, day)) {
                return day;
            }
        }
        return null;
    }

    PlainDay declared() {
        ClaimFacts claim = facts.claim();
        return claim == null || claim.declaredAt() == null ? null : PlainDay.at(claim.declaredAt(), zone);
    }

    /** A claim that was taken back starts no clock any more. */
    private PlainDay clockedFrom() {
        return accepted == null ? null : declared();
    }

    private boolean filed(PlainDay day) {
        PlainDay declared = declared();
        if (declared == null || day.before(declared)) {
            return false;
        }
        // Until the day on which the last debt was paid, which still counts.
        return IntStream.range(0, debts.size())
                .anyMatch(debt -> governs(debt)
                        || money.openFrom(day, debt, tolerance(debt))
                        || told.openFrom(day, debt, tolerance(debt)));
    }

    private boolean insolvent(PlainDay day) {
        return facts.events().stream()
                .anyMatch(event -> event.kind() == EventKind.INSOLVENCY && !day.before(PlainDay.of(event.date())));
    }

    private boolean open(int known, int debt, PlainDay day) {
        return moneyBefore.get(known).openAt(day, debt, tolerance(debt))
                || toldBefore.get(known).openAt(day, debt, tolerance(debt));
    }

    /** Out and paid, not merely not out yet. */
    private boolean cleared(int known, int debt, PlainDay day) {
        return PlainDay.of(debts.get(debt).issueDate()).before(day) && !open(known, debt, day);
    }

    private static boolean past(PlainTerms.Last close, PlainDay day) {
        return close.day() != null && close.day().before(day);
    }

    private PlainBooks books(PlainDay today, boolean told) {
        return new PlainBooks(debts, facts, today, told, FROM, DAYS);
    }

    private PlainTerms terms(ReceivableFacts debt) {
        List<EventFacts> about = facts.events().stream()
                .filter(event -> event.receivableId() == null || event.receivableId() == debt.id())
                .toList();
        return new PlainTerms(
                policy, debt, about, clockedFrom(), paidSince(clockedFrom()), PlainPlan.brokenOn(debt, about, facts));
    }

    private PlainDay paidSince(PlainDay declared) {
        TreeSet<PlainDay> days = new TreeSet<>();
        for (PaymentFacts payment : facts.payments()) {
            long back = facts.payments().stream()
                    .filter(other -> payment.paymentId().equals(other.reversalOf()))
                    .mapToLong(other -> PlainBooks.cents(other.amount()))
                    .sum();
            PlainDay day = PlainDay.of(payment.paidOn());
            boolean stays = payment.reversalOf() == null && PlainBooks.cents(payment.amount()) > back;
            if (stays && declared != null && !day.before(declared)) {
                days.add(day);
            }
        }
        return days.isEmpty() ? null : days.first();
    }

    boolean inTime(PlainDay close, Instant instant) {
        return instant.isBefore(over(close));
    }

    Instant over(PlainDay close) {
        return over.computeIfAbsent(close, day -> day.over(zone, policy.dayEnd().cutOff()));
    }
}
