package io.claimgate.catalogue;

import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Overlay;
import io.claimgate.policy.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with a policy whose every value is right by itself: unknown calendars, ends of nothing, circles, replacements of rules
 * that there are not, windows that close before they open.
 */
final class PolicyChecks {

    private final Policy policy;
    private final Section file;
    private final HolidayCalendars holidays;
    private final List<PolicyClause> clauses;

    PolicyChecks(Policy policy, Section file, HolidayCalendars holidays) {
        this.policy = policy;
        this.file = file;
        this.holidays = holidays;
        this.clauses = PolicyClause.of(policy, file);
    }

    void run() {
        boolean sound = calendars(policy.calendars(), "calendar", file);
        for (DeadlineRule rule : policy.deadlines().values()) {
            sound &= calendars(rule.calendars(), "calendar", ofRule(rule.kind()));
        }
        sound &= endsExist();
        sound &= replacementsHaveRules();
        sound = sound && noCircle();
        if (sound) {
            policy.deadlines()
                    .values()
                    .forEach(rule -> new WindowChecks(policy, rule, ofRule(rule.kind()), holidays)
                            .run(clauses.stream()
                                    .filter(clause -> clause.kind().equals(rule.kind()))
                                    .toList()));
        }
    }

    private boolean calendars(List<String> countries, String key, Section section) {
        boolean sound = true;
        for (String country : countries) {
            try {
                holidays.of(country);
            } catch (IllegalArgumentException unknown) {
                section.fault(section.line(key), country, key + ": " + unknown.getMessage());
                sound = false;
            }
        }
        return sound;
    }

    private boolean endsExist() {
        boolean sound = true;
        for (PolicyClause clause : clauses) {
            for (Anchor anchor : clause.anchors().toList()) {
                if (anchor instanceof EndOf end && policy.rule(end.kind()) == null) {
                    clause.fault(
                            anchor,
                            "unknown anchor: the policy has no deadline " + end.kind() + "; it has "
                                    + NearestWords.of(
                                            anchor.text(),
                                            policy.deadlines().keySet().stream()
                                                    .map(DeadlineKind::endAnchor)
                                                    .toList()));
                    sound = false;
                }
            }
        }
        return sound;
    }

    /** A consent or an overlay moves a clock that the policy has; of another one it would be silently without effect. */
    private boolean replacementsHaveRules() {
        boolean sound = true;
        Section consent = file.section("consent");
        for (DeadlineKind kind :
                consent == null ? Set.<DeadlineKind>of() : policy.consent().keySet()) {
            sound &= hasRule(kind, "consent", Objects.requireNonNull(consent), kind.name());
        }
        List<Section> overlays = file.sections("overlays");
        for (int i = 0; i < overlays.size(); i++) {
            Overlay overlay = policy.overlays().get(i);
            Section section = overlays.get(i);
            sound &= hasRule(overlay.kind(), "overlay " + overlay.id(), section, "kind");
            if (overlay.endOf() != null) {
                sound &= hasRule(
                        overlay.endOf(),
                        "overlay " + overlay.id() + ", end",
                        Objects.requireNonNull(section.section("end")),
                        "of");
            }
        }
        return sound;
    }

    private boolean hasRule(DeadlineKind kind, String what, Section section, String key) {
        if (policy.rule(kind) != null) {
            return true;
        }
        section.fault(
                section.line(key),
                kind.name(),
                what + ": the policy has no such deadline; it has "
                        + NearestWords.of(
                                kind.name(),
                                policy.deadlines().keySet().stream()
                                        .map(DeadlineKind::name)
                                        .toList()));
        return false;
    }

    private boolean noCircle() {
        boolean sound = true;
        for (DeadlineKind kind : policy.deadlines().keySet()) {
            if (circle(kind, kind, new HashSet<>())) {
                ofRule(kind)
                        .fault(
                                ofRule(kind).line(),
                                kind.name(),
                                "its close depends on itself through END_OF_...; anchor it on a fact");
                sound = false;
            }
        }
        return sound;
    }

    private boolean circle(DeadlineKind start, DeadlineKind at, Set<DeadlineKind> seen) {
        return seen.add(at)
                && clauses.stream()
                        .filter(clause -> clause.kind().equals(at))
                        .flatMap(PolicyClause::anchors)
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

    private Section ofRule(DeadlineKind kind) {
        Section deadlines = Objects.requireNonNull(file.section("deadlines"));
        return Objects.requireNonNull(deadlines.section(kind.name()));
    }
}
