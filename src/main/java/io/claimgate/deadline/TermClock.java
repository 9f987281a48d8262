package io.claimgate.deadline;

import io.claimgate.calendar.BusinessDays;
import io.claimgate.calendar.DayEnd;
import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dates that one policy's rules give. Remembers what it computed per day, so that an exposure of 100,000 receivables asks the calendars
 * a few hundred times; therefore one instance per computation, never shared between threads.
 */
public final class TermClock {

    private final ContractTerm term;
    private final HolidayCalendars holidays;
    private final TermResolver resolver;
    private final DayEnd dayEnd;
    private final List<DeadlineKind> kinds;
    private final Map<List<String>, BusinessDays> calendars = new HashMap<>();
    private final Map<SafeKey, LocalDate> safeDates = new HashMap<>();
    private final Map<LocalDate, Instant> starts = new HashMap<>();
    private final Map<LocalDate, Instant> ends = new HashMap<>();
    private @Nullable Instant asked;
    private @Nullable LocalDate answered;

    public TermClock(ContractTerm term, HolidayCalendars holidays) {
        this.term = term;
        this.holidays = holidays;
        this.resolver = new TermResolver(term.policy());
        this.dayEnd = term.policy().dayEnd();
        this.kinds = term.policy().deadlines().keySet().stream().sorted().toList();
    }

    public ContractTerm term() {
        return term;
    }

    public Policy policy() {
        return term.policy();
    }

    /** The clocks of the policy, in the order of their kinds. */
    public List<DeadlineKind> kinds() {
        return kinds;
    }

    public DayEnd dayEnd() {
        return dayEnd;
    }

    /** The unrolled close; not yet, where the policy has no such rule. */
    public Resolution closes(DeadlineKind kind, Anchors anchors) {
        return resolver.closes(kind, anchors);
    }

    /** First day of a rule's window; null where it has no opening or it is not known. */
    public @Nullable LocalDate opensOn(DeadlineRule rule, Anchors anchors) {
        return dated(rule.opens(), rule, anchors);
    }

    /** The planned day; null where the rule has none or it is not known. */
    public @Nullable LocalDate targetOn(DeadlineRule rule, Anchors anchors) {
        return dated(rule.target(), rule, anchors);
    }

    /** What a term of a rule gives, beside its close; null where it is not known. */
    public @Nullable LocalDate dateOf(Term term, DeadlineRule rule, Anchors anchors) {
        return dated(term, rule, anchors);
    }

    /** The term that makes a rule's close for this receivable: an overlay's, a consent's, or its own. */
    public Term closingTerm(DeadlineRule rule, Anchors anchors) {
        return resolver.closingTerm(rule, anchors);
    }

    /** The close as it binds: rolled forward where the rule rolls. */
    public LocalDate rolled(DeadlineRule rule, LocalDate unrolled) {
        return rule.roll() == DeadlineRule.Roll.NEXT_WORKING_DAY ? days(rule).onOrAfter(unrolled) : unrolled;
    }

    /** The safe date of an unrolled close; null for clocks that are the insurer's to keep. */
    public @Nullable LocalDate safeOn(DeadlineRule rule, LocalDate unrolled) {
        return rule.kind().keptByInsurer()
                ? null
                : safeDates.computeIfAbsent(
                        new SafeKey(rule.kind(), unrolled),
                        key -> days(rule).safeDate(unrolled, rule.leadBusinessDays()));
    }

    /** The policy's day at an instant. */
    public LocalDate dayOf(Instant instant) {
        LocalDate known = answered;
        // A computation asks for its one instant, once per receivable.
        if (known == null || !instant.equals(asked)) {
            known = dayEnd.dayOf(instant);
            asked = instant;
            answered = known;
        }
        return known;
    }

    public Instant startOf(LocalDate day) {
        return starts.computeIfAbsent(day, dayEnd::startOf);
    }

    /** The first instant that is too late for a close on {@code day}. */
    public Instant endOf(LocalDate day) {
        return ends.computeIfAbsent(day, dayEnd::endOf);
    }

    /** First day of the warnings before a safe date; null where the policy warns of nothing. */
    public @Nullable LocalDate warnsFrom(@Nullable LocalDate safeOn) {
        List<Integer> steps = policy().warnings();
        return safeOn == null || steps.isEmpty() ? null : safeOn.minusDays(steps.get(0));
    }

    /** Explains a close and what is derived from it. */
    public Explanation explain(DeadlineRule rule, Anchors anchors) {
        return new Explanation(this, resolver, rule, anchors);
    }

    /** The countries whose holidays count for a rule. */
    List<String> countries(DeadlineRule rule) {
        return rule.calendars().isEmpty() ? policy().calendars() : rule.calendars();
    }

    private BusinessDays days(DeadlineRule rule) {
        return calendars.computeIfAbsent(countries(rule), countries -> BusinessDays.of(holidays, countries));
    }

    private @Nullable LocalDate dated(@Nullable Term optional, DeadlineRule rule, Anchors anchors) {
        return optional == null
                ? null
                : resolver.resolve(optional, rule.kind(), anchors, 0).dateOrNull();
    }

    private record SafeKey(DeadlineKind kind, LocalDate close) {}
}
