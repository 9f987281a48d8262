package io.claimgate.catalogue;

import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Term;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads terms: <code>{anchor: ORIGINAL_DUE_DATE, period: P60D}</code>, the same in short {@code ORIGINAL_DUE_DATE + P60D},
 * <code>{earliestOf: [...]}</code> and <code>{latestOf: [...]}</code>.
 */
final class TermReader {

    private static final String END_OF = "END_OF_";

    private TermReader() {}

    /** The term of a key; null where it is absent or wrong, which stands in the problems then. */
    static @Nullable Term read(Section owner, String key) {
        return term(owner, key, owner.node(key));
    }

    static @Nullable Term required(Section owner, String key) {
        return term(owner, key, owner.required(key));
    }

    static @Nullable Term term(Section owner, String key, @Nullable YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return inShort(owner, key, scalar);
        }
        Section section = owner.section(key, node);
        if (section == null) {
            return null;
        }
        Term term = section.has("earliestOf") || section.has("latestOf") ? composite(section) : at(section);
        section.noOther();
        return term;
    }

    static Anchor anchor(String text) {
        if (text.startsWith(END_OF)) {
            return new EndOf(new DeadlineKind(
                    text.substring(END_OF.length()).toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return Arrays.stream(FactAnchor.values())
                .filter(anchor -> anchor.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown anchor; known are, the likeliest first, "
                        + NearestWords.of(
                                text,
                                Arrays.stream(FactAnchor.values())
                                        .map(Enum::name)
                                        .toList())
                        + ", and END_OF_<KIND>"));
    }

    static Period period(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "not a period in years, months, weeks and days; write it like P2M or P60D", wrong);
        }
    }

    private static Term.@Nullable At at(Section section) {
        Anchor anchor = section.requiredValue("anchor", TermReader::anchor);
        Period period = section.requiredValue("period", TermReader::period);
        return anchor == null || period == null ? null : new Term.At(anchor, period);
    }

    private static @Nullable Term composite(Section section) {
        String which = section.has("earliestOf") ? "earliestOf" : "latestOf";
        YamlNode node = section.node(which);
        if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().size() < 2) {
            section.fault(section.line(which), which, "a list of at least two terms is needed");
            return null;
        }
        List<Term> terms = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            Term term = term(section, which, item);
            if (term != null) {
                terms.add(term);
            }
        }
        return which.equals("earliestOf") ? new Term.EarliestOf(terms) : new Term.LatestOf(terms);
    }

    private static @Nullable Term inShort(Section owner, String key, YamlNode.Scalar scalar) {
        String text = scalar.text() == null ? "" : scalar.text();
        String[] parts = text.split("\\+", 2);
        try {
            if (parts.length != 2) {
                throw new IllegalArgumentException("not a term; write {anchor: ORIGINAL_DUE_DATE, period: P60D}");
            }
            return new Term.At(anchor(parts[0].trim()), period(parts[1].trim()));
        } catch (IllegalArgumentException wrong) {
            owner.fault(scalar.line(), text, key + ": " + wrong.getMessage());
            return null;
        }
    }
}
