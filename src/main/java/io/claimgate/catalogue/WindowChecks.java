package io.claimgate.catalogue;

import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.deadline.TermClock;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Overlay;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule's window is one on every day of four years: it does not close before it opens, and a careful person can act in it. Tried
 * are the combinations that occur for certain: facts on one day where neither can freely pass the other, a due date at the end of the
 * longest credit, facts not known yet, a consent, and the due dates of every overlay.
 */
final class WindowChecks {

    /** Four years, a leap year among them: month ends and weekends differ. */
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    private static final int DAYS = 1461;
    private static final Period A_DAY = Period.ofDays(1);

    private final Policy policy;
    private final DeadlineRule rule;
    private final Section section;
    private final TermClock clock;
    private final @Nullable Term opens;
    /** By term and closing term, while the same facts are known: asked of every day. */
    private final Map<Term, Map<Term, Boolean>> comparable = new IdentityHashMap<>();

    WindowChecks(Policy policy, DeadlineRule rule, Section section, HolidayCalendars holidays) {
        this.policy = policy;
        this.rule = rule;
        this.section = section;
        this.clock = new TermClock(new ContractTerm(policy, 1), holidays);
        // A declaration without an opening is in order from the day after the due date on.
        this.opens = rule.opens() == null && rule.kind().equals(DeadlineKind.DECLARATION)
                ? new Term.At(FactAnchor.ORIGINAL_DUE_DATE, A_DAY)
                : rule.opens();
    }

    void run(List<PolicyClause> clauses) {
        if (opens == null && rule.target() == null) {
            return;
        }
        Set<FactAnchor> facts = EnumSet.noneOf(FactAnchor.class);
        clauses.forEach(clause -> facts.addAll(ProbedFacts.of(policy, clause.term())));
        for (Set<FactAnchor> known : ProbedFacts.subsets(facts)) {
            comparable.clear();
            for (Period credit : credits(known)) {
                for (boolean consented : consents()) {
                    for (Probed probed : spans()) {
                        if (faulty(probed, known, credit, consented)) {
                            return;
                        }
                    }
                }
            }
        }
    }

    /** Every day of one span; stops at the first fault, of which there may be hundreds alike. */
    private boolean faulty(Probed span, Set<FactAnchor> known, Period credit, boolean consented) {
        for (LocalDate day = span.from; day.isBefore(span.to); day = day.plusDays(1)) {
            LocalDate due = day.plus(credit);
            ProbedFacts facts = new ProbedFacts(day, due, known, consented);
            LocalDate closes = clock.closes(rule.kind(), facts).dateOrNull();
            if (closes != null && (closesTooEarly(facts, closes, span) || safeTooEarly(facts, closes))) {
                return true;
            }
        }
        return false;
    }

    private boolean closesTooEarly(ProbedFacts facts, LocalDate closes, Probed span) {
        LocalDate opened = dated(opens, facts);
        LocalDate target = dated(rule.target(), facts);
        boolean early = opened != null && closes.isBefore(opened);
        if (!early && (target == null || !closes.isBefore(target))) {
            return false;
        }
        String what = early ? "before it opens on " + opened : "before its target on " + target;
        section.fault(
                section.line(early && rule.opens() != null ? "opens" : early ? "closes" : "target"),
                rule.kind().name(),
                "closes on " + closes + span.by + ", " + what + " (" + told(facts) + "); lengthen closes or shorten "
                        + (early ? "opens" : "target"));
        return true;
    }

    /** A window of one day may end on a weekend; a lead, or an opening of its own, is a decision that can be mended. */
    private boolean safeTooEarly(ProbedFacts facts, LocalDate closes) {
        if (rule.opens() == null && rule.leadBusinessDays() == 0) {
            return false;
        }
        LocalDate opened = dated(opens, facts);
        LocalDate safe = clock.safeOn(rule, closes);
        if (opened == null || safe == null || !safe.isBefore(opened)) {
            return false;
        }
        section.fault(
                section.line(section.has("leadBusinessDays") ? "leadBusinessDays" : "closes"),
                rule.kind().name(),
                "its safe date " + safe + " lies before it opens on " + opened + " (closes on " + closes + ", "
                        + told(facts) + "); "
                        + (rule.leadBusinessDays() == 0
                                ? "lengthen closes"
                                : "shorten leadBusinessDays, now " + rule.leadBusinessDays() + ", or lengthen closes"));
        return true;
    }

    private @Nullable LocalDate dated(@Nullable Term term, ProbedFacts facts) {
        return term == null || !comparable(term, facts) ? null : clock.dateOf(term, rule, facts);
    }

    /** Whether the known facts of a term and those of the close stand in an order, so that what one day shows can occur. */
    private boolean comparable(Term term, ProbedFacts facts) {
        return comparable
                .computeIfAbsent(term, key -> new IdentityHashMap<>())
                .computeIfAbsent(clock.closingTerm(rule, facts), closing -> comparable(term, closing, facts.known()));
    }

    private boolean comparable(Term term, Term closing, Set<FactAnchor> known) {
        Set<FactAnchor> mine = ProbedFacts.of(policy, term);
        Set<FactAnchor> its = ProbedFacts.of(policy, closing);
        mine.retainAll(known);
        its.retainAll(known);
        return mine.stream().allMatch(one -> its.stream().allMatch(other -> ProbedFacts.ordered(one, other)));
    }

    private String told(ProbedFacts facts) {
        Set<FactAnchor> of = EnumSet.noneOf(FactAnchor.class);
        of.addAll(ProbedFacts.of(policy, clock.closingTerm(rule, facts)));
        for (Term term : new Term[] {opens, rule.target()}) {
            of.addAll(term == null ? Set.of() : ProbedFacts.of(policy, term));
        }
        return facts.words(of) + (facts.consented() ? ", with the insurer's consent" : "");
    }

    /** Payable at once, or at the end of the longest credit that is insured. */
    private List<Period> credits(Set<FactAnchor> known) {
        Term.At most = policy.loss().maxCreditTerm();
        return most == null || !ProbedFacts.ofTheRow(known)
                ? List.of(Period.ZERO)
                : List.of(Period.ZERO, most.period());
    }

    private List<Boolean> consents() {
        return policy.consent().containsKey(rule.kind()) ? List.of(false, true) : List.of(false);
    }

    private List<Probed> spans() {
        List<Probed> spans = new ArrayList<>(List.of(new Probed(FROM, FROM.plusDays(DAYS), "")));
        for (Overlay overlay : policy.overlays()) {
            LocalDate from = overlay.dueDate().from();
            if (overlay.kind().equals(rule.kind()) && from != null) {
                LocalDate last = overlay.dueDate().to();
                LocalDate most = from.plusDays(DAYS);
                spans.add(new Probed(
                        from,
                        last == null || last.isAfter(most) ? most : last.plusDays(1),
                        " by overlay " + overlay.id()));
            }
        }
        return spans;
    }

    /** @param to first day that is not tried */
    private record Probed(LocalDate from, LocalDate to, String by) {}
}
