package io.claimgate.receivable;

import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** What the oracle says at an instant: who governs each clock, its dates and how it stands. */
final class PlainClock {

    private final PlainExposure exposure;
    private final PlainHolidays holidays;
    private final Instant now;
    private final PlainDay today;

    PlainClock(PlainExposure exposure, PlainHolidays holidays, Instant now) {
        this.exposure = exposure;
        this.holidays = holidays;
        this.now = now;
        this.today = PlainDay.at(now, exposure.zone);
    }

    /** In words, so that a difference reads itself. */
    TreeMap<String, String> deadlines() {
        TreeMap<String, String> words = new TreeMap<>();
        for (DeadlineKind kind : exposure.policy.deadlines().keySet()) {
            int by = governing(kind);
            if (by >= 0) {
                words.put(kind.name(), words(exposure.policy.rule(kind), by));
            }
        }
        return words;
    }

    TreeSet<Long> foreclosed() {
        TreeSet<Long> ids = new TreeSet<>();
        for (int i = 0; i < exposure.debts.size(); i++) {
            if (foreclosed(i)) {
                ids.add(exposure.debts.get(i).id());
            }
        }
        return ids;
    }

    /** The first day of the run of uncovered days that today is in. */
    PlainDay coverStoppedOn() {
        PlainDay first = null;
        for (PlainDay day = today; !day.before(PlainExposure.FROM) && !exposure.covered(day); day = day.previous()) {
            first = day;
        }
        return first;
    }

    List<String> owed() {
        List<String> owed = new ArrayList<>();
        for (int i = 0; i < exposure.debts.size(); i++) {
            owed.add(exposure.debts.get(i).id() + " owes " + exposure.owed(i) + ", feared " + exposure.feared(i));
        }
        return owed;
    }

    private int governing(DeadlineKind kind) {
        ClaimFacts accepted = exposure.accepted;
        if (kind.equals(DeadlineKind.COVER_STOP)) {
            return earliest(kind, exposure::governs);
        }
        if (accepted != null) {
            int own = kind.metByDeclaring()
                    ? earliest(kind, i -> exposure.debts.get(i).id() == accepted.governing())
                    : -1;
            return own >= 0
                    ? own
                    : earliest(kind, i -> accepted.takes(exposure.debts.get(i).id()));
        }
        int open = earliest(kind, i -> exposure.governs(i) && !foreclosed(i));
        return open >= 0 || !kind.equals(DeadlineKind.DECLARATION) ? open : lastMissed();
    }

    /** Of those that have a close the earliest, the oldest of several; else one that lacks a fact. */
    private int earliest(DeadlineKind kind, IntPredicate candidate) {
        int chosen = -1;
        int lacking = -1;
        for (int i = exposure.debts.size() - 1; i >= 0; i--) {
            PlainTerms.Last close = exposure.terms.get(i).closes(kind);
            if (candidate.test(i) && close.day() != null) {
                chosen = chosen < 0
                                || !exposure.terms
                                        .get(chosen)
                                        .closes(kind)
                                        .day()
                                        .before(close.day())
                        ? i
                        : chosen;
            } else if (candidate.test(i) && close.lacks()) {
                lacking = i;
            }
        }
        return chosen >= 0 ? chosen : lacking;
    }

    private int lastMissed() {
        int chosen = -1;
        for (int i = exposure.debts.size() - 1; i >= 0; i--) {
            if (foreclosed(i) && exposure.governs(i)) {
                chosen = chosen < 0 || !own(i).before(own(chosen)) ? i : chosen;
            }
        }
        return chosen;
    }

    private PlainDay own(int debt) {
        return exposure.terms.get(debt).closes(DeadlineKind.DECLARATION).day();
    }

    private boolean foreclosed(int debt) {
        ClaimFacts accepted = exposure.accepted;
        boolean gone = exposure.feared(debt) == 0 || (accepted != null && exposure.owed(debt) == 0);
        boolean filed =
                accepted != null && accepted.takes(exposure.debts.get(debt).id());
        DeadlineRule rule = exposure.policy.rule(DeadlineKind.DECLARATION);
        return !gone
                && !filed
                && exposure.governs(debt)
                && own(debt) != null
                && !exposure.inTime(bound(rule, own(debt)), now);
    }

    private String words(DeadlineRule rule, int by) {
        PlainTerms terms = exposure.terms.get(by);
        PlainDay close = terms.closes(rule.kind()).day();
        PlainDay bound = close == null ? null : bound(rule, close);
        PlainDay opens = terms.day(rule.opens(), rule.kind());
        PlainDay target = terms.day(rule.target(), rule.kind());
        PlainDay safe = close == null || rule.kind().keptByInsurer()
                ? null
                : holidays.safe(close, rule.leadBusinessDays(), countries(rule));
        PlainDay floor = floor(rule, opens);
        return said(
                exposure.debts.get(by).id(),
                opens,
                target,
                acts(rule, by, floor, target, safe),
                safe,
                bound,
                bound == null ? null : exposure.over(bound),
                bound == null ? DeadlineStatus.UNKNOWN : status(rule.kind(), by, floor, safe, bound));
    }

    static String said(Object... values) {
        String[] names = {"by", "opens", "target", "acts", "safe", "closes", "over", "is"};
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            Object value = values[i] instanceof PlainDay day ? day.date() : values[i];
            words.append(names[i]).append(' ').append(value).append(", ");
        }
        return words.toString();
    }

    private PlainDay floor(DeadlineRule rule, PlainDay opens) {
        boolean ofReceivables =
                rule.kind().equals(DeadlineKind.DECLARATION) || rule.kind().equals(DeadlineKind.COVER_STOP);
        for (int i = 0; opens == null && ofReceivables && i < exposure.debts.size(); i++) {
            if (exposure.governs(i)) {
                return PlainDay.of(exposure.debts.get(i).originalDueDate()).next();
            }
        }
        return opens;
    }

    private PlainDay acts(DeadlineRule rule, int by, PlainDay floor, PlainDay target, PlainDay safe) {
        if (!rule.kind().metByDeclaring() || safe == null) {
            return null;
        }
        PlainDay asked = exposure.terms.get(by).asked(today);
        PlainDay stop = exposure.terms.get(by).closes(DeadlineKind.COVER_STOP).day();
        boolean waits = asked != null && stop != null && stop.before(asked);
        PlainDay acts = target == null || waits || safe.before(target) ? safe : target;
        for (PlainDay notBefore : new PlainDay[] {floor, exposure.reopened(by)}) {
            acts = notBefore != null && acts.before(notBefore) ? notBefore : acts;
        }
        return acts;
    }

    private DeadlineStatus status(DeadlineKind kind, int by, PlainDay floor, PlainDay safe, PlainDay close) {
        Instant declaredAt = exposure.accepted == null ? null : exposure.accepted.declaredAt();
        boolean inTime = exposure.inTime(close, now);
        if (kind.equals(DeadlineKind.COVER_STOP) && declaredAt != null && exposure.inTime(close, declaredAt)) {
            return DeadlineStatus.VOID;
        }
        if (kind.metByDeclaring() && declaredAt != null) {
            return exposure.inTime(close, declaredAt) ? DeadlineStatus.MET : DeadlineStatus.MISSED;
        }
        PlainDay done = kind.equals(DeadlineKind.DOCUMENTS)
                ? exposure.terms.get(by).happened(EventKind.FILE_COMPLETE)
                : kind.equals(DeadlineKind.INDEMNITY)
                        ? exposure.terms.get(by).happened(EventKind.INDEMNITY_PAID)
                        : null;
        if (done != null) {
            return close.before(done) ? DeadlineStatus.MISSED : DeadlineStatus.MET;
        }
        if (!inTime) {
            return kind.equals(DeadlineKind.WAITING) ? DeadlineStatus.MET : DeadlineStatus.MISSED;
        }
        List<Integer> steps = exposure.policy.warnings();
        if (safe != null && !steps.isEmpty() && !today.before(safe.daysEarlier(steps.get(0)))) {
            return DeadlineStatus.WARNING;
        }
        return floor != null && today.before(floor) ? DeadlineStatus.UPCOMING : DeadlineStatus.OPEN;
    }

    private PlainDay bound(DeadlineRule rule, PlainDay close) {
        return rule.roll() == DeadlineRule.Roll.NONE ? close : holidays.rolled(close, countries(rule));
    }

    private List<String> countries(DeadlineRule rule) {
        return rule.calendars().isEmpty() ? exposure.policy.calendars() : rule.calendars();
    }
}
