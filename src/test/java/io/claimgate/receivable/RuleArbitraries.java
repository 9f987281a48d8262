package io.claimgate.receivable;

import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Term;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Rules of clocks: terms and choices among them, chains of ends, leads, openings, rolls. */
final class RuleArbitraries {

    private static final Anchor[] OF_THE_ROW = {
        FactAnchor.INVOICE_DATE, FactAnchor.DELIVERY_DATE, FactAnchor.ORIGINAL_DUE_DATE, FactAnchor.ORIGINAL_DUE_DATE
    };

    private static final Anchor[] OF_THE_ROW_OR_COVER_STOP = {
        FactAnchor.INVOICE_DATE,
        FactAnchor.DELIVERY_DATE,
        FactAnchor.ORIGINAL_DUE_DATE,
        FactAnchor.EXTENDED_DUE_DATE,
        new EndOf(DeadlineKind.COVER_STOP)
    };

    private RuleArbitraries() {}

    /** Rules without circles: a kind hangs on facts, or on the end of one that stands before it here. */
    static Arbitrary<SortedMap<DeadlineKind, DeadlineRule>> deadlines() {
        return Combinators.combine(
                        rule(DeadlineKind.COVER_STOP, OF_THE_ROW).optional(0.8),
                        declaration(OF_THE_ROW),
                        declaration(OF_THE_ROW_OR_COVER_STOP),
                        rule(DeadlineKind.INSOLVENCY, FactAnchor.AWARENESS, FactAnchor.INSOLVENCY_OPENED)
                                .optional(0.5),
                        rule(DeadlineKind.ADVERSE_INFO, FactAnchor.AWARENESS).optional(0.3),
                        rule(DeadlineKind.DOCUMENTS, FactAnchor.DECLARED).optional(0.5),
                        rule(DeadlineKind.WAITING, FactAnchor.FILE_COMPLETE, FactAnchor.ACKNOWLEDGED)
                                .optional(0.5),
                        rule(
                                        new DeadlineKind("premium-notice"),
                                        FactAnchor.DATE_OF_LOSS,
                                        FactAnchor.PAYMENT_RECEIVED,
                                        new EndOf(DeadlineKind.DECLARATION))
                                .optional(0.3))
                .as((stop, alone, afterStop, insolvency, adverse, documents, waiting, own) -> {
                    SortedMap<DeadlineKind, DeadlineRule> rules = new TreeMap<>();
                    Optional<DeadlineRule> declaration = Optional.of(stop.isPresent() ? afterStop : alone);
                    Stream.of(stop, declaration, insolvency, adverse, documents, waiting, own)
                            .flatMap(Optional::stream)
                            .forEach(rule -> rules.put(rule.kind(), rule));
                    return rules;
                });
    }

    /** What a consent to a postponement makes of the declaration's close. */
    static Arbitrary<Optional<Term>> consent() {
        return periods()
                .<Term>map(period -> new Term.At(FactAnchor.EXTENDED_DUE_DATE, period))
                .optional(0.3);
    }

    static Arbitrary<Term> terms(Anchor... anchors) {
        Arbitrary<Term> at = simple(anchors);
        Arbitrary<Term> choice = choices(at);
        return Arbitraries.frequencyOf(
                Tuple.of(6, at),
                Tuple.of(3, choice),
                Tuple.of(1, choices(Arbitraries.oneOf(List.of(at, choices(simple(anchors)))))));
    }

    static Arbitrary<Term> simple(Anchor... anchors) {
        return Combinators.combine(Arbitraries.of(anchors), periods())
                .as((anchor, period) -> new Term.At(anchor, period));
    }

    static Arbitrary<Period> periods() {
        Arbitrary<Period> days = Arbitraries.integers().between(0, 200).map(Period::ofDays);
        Arbitrary<Period> months = Arbitraries.integers().between(0, 8).map(Period::ofMonths);
        Arbitrary<Period> mixed = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 40))
                .as((month, day) -> Period.of(0, month, day));
        return Arbitraries.frequencyOf(Tuple.of(3, days), Tuple.of(3, months), Tuple.of(1, mixed));
    }

    private static Arbitrary<DeadlineRule> declaration(Anchor... anchors) {
        return Combinators.combine(
                        rule(DeadlineKind.DECLARATION, anchors),
                        terms(OF_THE_ROW).optional(0.4),
                        terms(OF_THE_ROW).optional(0.4),
                        Arbitraries.of(DeadlineRule.Opening.class))
                .as((rule, opens, target, opening) -> new DeadlineRule(
                        rule.kind(),
                        opens.orElse(null),
                        target.orElse(null),
                        rule.closes(),
                        rule.leadBusinessDays(),
                        opening,
                        rule.roll(),
                        rule.calendars()));
    }

    private static Arbitrary<DeadlineRule> rule(DeadlineKind kind, Anchor... anchors) {
        return Combinators.combine(
                        terms(anchors),
                        Arbitraries.of(0, 0, 0, 3, 10),
                        Arbitraries.of(
                                DeadlineRule.Roll.NONE, DeadlineRule.Roll.NONE, DeadlineRule.Roll.NEXT_WORKING_DAY),
                        PolicyArbitraries.calendars().optional(0.2))
                .as((closes, lead, roll, calendars) -> new DeadlineRule(
                        kind, null, null, closes, lead, DeadlineRule.Opening.HARD, roll, calendars.orElse(List.of())));
    }

    private static Arbitrary<Term> choices(Arbitrary<Term> among) {
        Arbitrary<List<Term>> several = among.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                List.of(several.<Term>map(Term.EarliestOf::new), several.<Term>map(Term.LatestOf::new)));
    }
}
