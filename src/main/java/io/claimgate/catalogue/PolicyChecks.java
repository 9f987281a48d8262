package io.claimgate.catalogue;

import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.deadline.Anchors;
import io.claimgate.deadline.TermClock;
import io.claimgate.policy.Anchor;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a policy whose every value is right by itself: circles, ends of nothing, windows that close before they open. */
final class PolicyChecks {

    /** Two years, a leap year among them: month ends differ. */
    private static final LocalDate PROBE_FROM = LocalDate.of(2027, 1, 1);

    private static final int PROBE_DAYS = 731;

    private final Policy policy;
    private final Section file;
    private final HolidayCalendars holidays;

    PolicyChecks(Policy policy, Section file, HolidayCalendars holidays) {
        this.policy = policy;
        this.file = file;
        this.holidays = holidays;
    }

    void run() {
        calendars(policy.calendars(), "calendar");
        boolean sound = true;
        for (DeadlineRule rule : policy.deadlines().values()) {
            calendars(rule.calendars(), "deadlines");
            sound &= endsExist(rule);
        }
        for (DeadlineRule rule : sound ? policy.deadlines().values() : List.<DeadlineRule>of()) {
            if (circle(rule.kind(), rule.kind(), new HashSet<>())) {
                fault(rule.kind(), "its close depends on itself through END_OF_...; anchor it on a fact");
            } else {
                window(rule);
            }
        }
    }

    private void calendars(List<String> countries, String key) {
        for (String country : countries) {
            try {
                holidays.of(country);
            } catch (IllegalArgumentException unknown) {
                file.fault(file.line(key), country, key + ": " + unknown.getMessage());
            }
        }
    }

    private boolean endsExist(DeadlineRule rule) {
        List<DeadlineKind> nowhere = terms(rule)
                .flatMap(PolicyChecks::anchors)
                .filter(EndOf.class::isInstance)
                .map(anchor -> ((EndOf) anchor).kind())
                .filter(kind -> policy.rule(kind) == null)
                .toList();
        nowhere.forEach(kind ->
                fault(rule.kind(), "unknown anchor " + kind.endAnchor() + ": the policy has no deadline " + kind));
        return nowhere.isEmpty();
    }

    private Stream<Term> terms(DeadlineRule rule) {
        Stream<Term> own = Stream.of(
                        rule.opens(),
                        rule.target(),
                        rule.closes(),
                        policy.consent().get(rule.kind()))
                .filter(java.util.Objects::nonNull);
        return Stream.concat(
                own,
                policy.overlays().stream()
                        .filter(overlay -> overlay.kind().equals(rule.kind()))
                        .map(overlay -> overlay.closes()));
    }

    private boolean circle(DeadlineKind start, DeadlineKind at, Set<DeadlineKind> seen) {
        DeadlineRule rule = policy.rule(at);
        return rule != null
                && seen.add(at)
                && terms(rule)
                        .flatMap(PolicyChecks::anchors)
                        .map(PolicyChecks::endedKind)
                        .anyMatch(kind -> kind != null && (kind.equals(start) || circle(start, kind, seen)));
    }

    /** The date of loss falls back on the end of waiting. */
    private static @Nullable DeadlineKind endedKind(Anchor anchor) {
        if (anchor instanceof EndOf end) {
            return end.kind();
        }
        return anchor == FactAnchor.DATE_OF_LOSS ? DeadlineKind.WAITING : null;
    }

    /** Where opening and close hang on one and the same fact, every day of two years must give a window. */
    private void window(DeadlineRule rule) {
        if (facts(rule, new HashSet<>()).size() != 1) {
            return;
        }
        TermClock clock = new TermClock(new ContractTerm(policy, 1), holidays);
        for (int i = 0; i < PROBE_DAYS; i++) {
            Anchors probe = new SameDay(PROBE_FROM.plusDays(i));
            LocalDate closes = clock.closes(rule.kind(), probe).dateOrNull();
            LocalDate opens = clock.opensOn(rule, probe);
            LocalDate target = clock.targetOn(rule, probe);
            if (after(opens, closes) || after(target, closes)) {
                String what = after(opens, closes) ? "opens on " + opens : "has its target on " + target;
                fault(
                        rule.kind(),
                        "closes on " + closes + " before it " + what + " (anchor on " + PROBE_FROM.plusDays(i) + ")");
                return;
            }
        }
    }

    private Set<Anchor> facts(DeadlineRule rule, Set<Anchor> facts) {
        terms(rule).flatMap(PolicyChecks::anchors).forEach(anchor -> {
            DeadlineRule ended = anchor instanceof EndOf end ? policy.rule(end.kind()) : null;
            if (ended == null) {
                facts.add(anchor);
            } else {
                facts(ended, facts);
            }
        });
        return facts;
    }

    private void fault(DeadlineKind kind, String detail) {
        Section deadlines = file.section("deadlines");
        file.fault(deadlines == null ? file.line() : deadlines.line(kind.name()), kind.name(), detail);
    }

    private static boolean after(@Nullable LocalDate day, @Nullable LocalDate closes) {
        return day != null && closes != null && day.isAfter(closes);
    }

    private static Stream<Anchor> anchors(Term term) {
        if (term instanceof Term.At at) {
            return Stream.of(at.anchor());
        }
        List<Term> terms = term instanceof Term.EarliestOf earliest ? earliest.terms() : ((Term.LatestOf) term).terms();
        return terms.stream().flatMap(PolicyChecks::anchors);
    }

    /** Every fact on one day. */
    private record SameDay(LocalDate day) implements Anchors {
        @Override
        public LocalDate date(FactAnchor anchor, DeadlineKind kind) {
            return day;
        }

        @Override
        public boolean consented() {
            return false;
        }
    }
}
