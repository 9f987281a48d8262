package io.claimgate.catalogue;

import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.Term;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code deadlines} of a policy. */
final class RuleReader {

    private final Section file;

    RuleReader(Section file) {
        this.file = file;
    }

    SortedMap<DeadlineKind, DeadlineRule> deadlines() {
        SortedMap<DeadlineKind, DeadlineRule> rules = new TreeMap<>();
        Section deadlines = file.requiredSection("deadlines");
        if (deadlines == null) {
            return rules;
        }
        deadlines.required(DeadlineKind.DECLARATION.name());
        for (String key : deadlines.keys()) {
            DeadlineKind kind = kind(deadlines, key);
            Section rule = deadlines.section(key);
            DeadlineRule read = kind == null || rule == null ? null : rule(kind, rule);
            if (read != null) {
                rules.put(read.kind(), read);
            }
        }
        return rules;
    }

    /** The kind that a key names; null and a fault if it is none. */
    static @Nullable DeadlineKind kind(Section section, String key) {
        try {
            return new DeadlineKind(key);
        } catch (IllegalArgumentException wrong) {
            section.fault(section.line(key), key, String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private static @Nullable DeadlineRule rule(DeadlineKind kind, Section rule) {
        Term opens = TermReader.read(rule, "opens");
        Term target = TermReader.read(rule, "target");
        Term closes = TermReader.required(rule, "closes");
        Integer lead = rule.value("leadBusinessDays", PolicyReader::count);
        DeadlineRule.Opening opening = rule.word("opening", DeadlineRule.Opening.class);
        DeadlineRule.Roll roll = rule.word("roll", DeadlineRule.Roll.class);
        DeadlineRule read = closes == null
                ? null
                : new DeadlineRule(
                        kind,
                        opens,
                        target,
                        closes,
                        lead == null ? 0 : lead,
                        opening == null ? DeadlineRule.Opening.HARD : opening,
                        roll == null ? DeadlineRule.Roll.NONE : roll,
                        rule.texts("calendar"));
        rule.noOther();
        return read;
    }
}
