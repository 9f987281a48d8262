package io.claimgate.catalogue;

import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.Overlay;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One term of a policy and where it stands in its file.
 *
 * @param kind the clock that it is a part of
 * @param key {@code opens}, {@code target}, {@code closes}, or the kind itself for a consent
 * @param section what holds the key
 */
record PolicyClause(DeadlineKind kind, String key, Term term, Section section) {

    /** All of a policy that was read without a fault: of its rules, its consents, its overlays. */
    static List<PolicyClause> of(Policy policy, Section file) {
        List<PolicyClause> clauses = new ArrayList<>();
        Section deadlines = Objects.requireNonNull(file.section("deadlines"));
        for (DeadlineRule rule : policy.deadlines().values()) {
            Section section =
                    Objects.requireNonNull(deadlines.section(rule.kind().name()));
            add(clauses, rule.kind(), "opens", rule.opens(), section);
            add(clauses, rule.kind(), "target", rule.target(), section);
            add(clauses, rule.kind(), "closes", rule.closes(), section);
        }
        Section consent = file.section("consent");
        if (consent != null) {
            policy.consent().forEach((kind, term) -> add(clauses, kind, kind.name(), term, consent));
        }
        List<Section> overlays = file.sections("overlays");
        for (int i = 0; i < overlays.size(); i++) {
            Overlay overlay = policy.overlays().get(i);
            add(clauses, overlay.kind(), "closes", overlay.closes(), overlays.get(i));
        }
        return clauses;
    }

    private static void add(
            List<PolicyClause> clauses, DeadlineKind kind, String key, @Nullable Term term, Section section) {
        if (term != null) {
            clauses.add(new PolicyClause(kind, key, term, section));
        }
    }

    Stream<Anchor> anchors() {
        return anchorsOf(term);
    }

    /** A fault of an anchor, at the line of its very word. */
    void fault(Anchor anchor, String detail) {
        YamlNode node = section.node(key);
        int line = node == null ? -1 : lineOf(node, anchor.text());
        section.fault(line < 0 ? section.line(key) : line, anchor.text(), detail);
    }

    static Stream<Anchor> anchorsOf(Term term) {
        if (term instanceof Term.At at) {
            return Stream.of(at.anchor());
        }
        List<Term> terms = term instanceof Term.EarliestOf earliest ? earliest.terms() : ((Term.LatestOf) term).terms();
        return terms.stream().flatMap(PolicyClause::anchorsOf);
    }

    /** The first line below a node that has the word; -1 if none does. */
    private static int lineOf(YamlNode node, String word) {
        if (node instanceof YamlNode.Scalar scalar) {
            String text = scalar.text() == null ? "" : scalar.text();
            return text.split("\\+", 2)[0].strip().equals(word) ? scalar.line() : -1;
        }
        Stream<YamlNode> parts = node instanceof YamlNode.Sequence sequence
                ? sequence.items().stream()
                : ((YamlNode.Mapping) node).view().values().stream().map(YamlNode.Entry::value);
        return parts.mapToInt(part -> lineOf(part, word))
                .filter(line -> line >= 0)
                .findFirst()
                .orElse(-1);
    }
}
