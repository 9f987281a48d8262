package io.claimgate.catalogue;

import io.claimgate.deadline.Anchors;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the facts of a rule can fall.
 *
 * @param day of the invoice, and of everything else but a due date at the end of the longest credit
 * @param due the original due date
 * @param known the others have not happened, or the row does not tell them
 */
record ProbedFacts(LocalDate day, LocalDate due, Set<FactAnchor> known, boolean consented) implements Anchors {

    /** What is certainly not before what. */
    private static final Map<FactAnchor, Set<FactAnchor>> NOT_BEFORE = Map.of(
            FactAnchor.INVOICE_DATE,
            EnumSet.of(
                    FactAnchor.ORIGINAL_DUE_DATE,
                    FactAnchor.EXTENDED_DUE_DATE,
                    FactAnchor.DECLARED,
                    FactAnchor.ACKNOWLEDGED,
                    FactAnchor.FILE_COMPLETE),
            FactAnchor.ORIGINAL_DUE_DATE,
            EnumSet.of(FactAnchor.EXTENDED_DUE_DATE),
            FactAnchor.DECLARED,
            EnumSet.of(FactAnchor.ACKNOWLEDGED, FactAnchor.FILE_COMPLETE, FactAnchor.PAYMENT_RECEIVED),
            FactAnchor.INSOLVENCY_OPENED,
            EnumSet.of(FactAnchor.PUBLICATION, FactAnchor.AWARENESS));

    private static final Set<FactAnchor> DUE = EnumSet.of(FactAnchor.ORIGINAL_DUE_DATE, FactAnchor.EXTENDED_DUE_DATE);
    private static final Set<FactAnchor> OF_THE_ROW = EnumSet.of(
            FactAnchor.INVOICE_DATE,
            FactAnchor.DELIVERY_DATE,
            FactAnchor.ORIGINAL_DUE_DATE,
            FactAnchor.EXTENDED_DUE_DATE);

    @Override
    public @Nullable LocalDate date(FactAnchor anchor, DeadlineKind kind) {
        if (!known.contains(anchor)) {
            return null;
        }
        return DUE.contains(anchor) ? due : day;
    }

    /** {@code INVOICE_DATE on 2027-01-01, ORIGINAL_DUE_DATE on 2027-06-30}. */
    String words(Collection<FactAnchor> of) {
        return of.stream()
                .sorted()
                .map(anchor -> anchor
                        + (date(anchor, DeadlineKind.DECLARATION) == null
                                ? " not known"
                                : " on " + date(anchor, DeadlineKind.DECLARATION)))
                .collect(Collectors.joining(", "));
    }

    /** The facts that a term hangs on, through the ends of other clocks too. */
    static Set<FactAnchor> of(Policy policy, Term term) {
        Set<FactAnchor> facts = EnumSet.noneOf(FactAnchor.class);
        PolicyClause.anchorsOf(term).forEach(anchor -> {
            if (anchor instanceof EndOf end) {
                DeadlineRule ended = policy.rule(end.kind());
                facts.addAll(ended == null ? Set.of() : of(policy, ended.closes()));
            } else {
                facts.add((FactAnchor) anchor);
            }
        });
        return facts;
    }

    /** Whether both may fall on one day and neither can freely pass the other. */
    static boolean ordered(FactAnchor one, FactAnchor other) {
        return one == other
                || NOT_BEFORE.getOrDefault(one, Set.of()).contains(other)
                || NOT_BEFORE.getOrDefault(other, Set.of()).contains(one);
    }

    /** Every combination of facts known and not known, always with the invoice and its due date. */
    static List<Set<FactAnchor>> subsets(Set<FactAnchor> facts) {
        List<Set<FactAnchor>> subsets = new ArrayList<>();
        subsets.add(EnumSet.of(FactAnchor.INVOICE_DATE, FactAnchor.ORIGINAL_DUE_DATE));
        for (FactAnchor fact : facts) {
            for (Set<FactAnchor> without : List.copyOf(subsets)) {
                if (!without.contains(fact)) {
                    Set<FactAnchor> with = EnumSet.copyOf(without);
                    with.add(fact);
                    subsets.add(with);
                }
            }
        }
        return subsets;
    }

    /** Whether a row alone tells them all: then they lie at most the longest credit apart. */
    static boolean ofTheRow(Set<FactAnchor> facts) {
        return OF_THE_ROW.containsAll(facts);
    }
}
