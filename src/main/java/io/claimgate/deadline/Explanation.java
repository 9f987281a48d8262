package io.claimgate.deadline;

import io.claimgate.deadline.reason.Close;
import io.claimgate.deadline.reason.Derivation;
import io.claimgate.deadline.reason.Ground;
import io.claimgate.deadline.reason.Reason;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Overlay;
import io.claimgate.policy.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers why a date is when it is: anchors and their days, periods, the composite's choice, roll, version (deadlines.md 18). */
public final class Explanation {

    private static final int LONGEST_RULE = 300;

    private final TermClock clock;
    private final TermResolver resolver;
    private final DeadlineRule rule;
    private final Anchors anchors;

    Explanation(TermClock clock, TermResolver resolver, DeadlineRule rule, Anchors anchors) {
        this.clock = clock;
        this.resolver = resolver;
        this.rule = rule;
        this.anchors = anchors;
    }

    /**
     * All of it, gathered when it is read.
     *
     * @param governing how people call the receivable that governs, {@code A/1}
     * @param acts when the machine acts; null where it does not
     */
    public Why why(Supplier<String> governing, @Nullable LocalDate acts) {
        return Why.whenAsked(() -> new Why.Told(rule(), reason(governing.get(), acts)));
    }

    private String rule() {
        String text =
                clock.policy().name() + "/" + rule.kind() + "@" + clock.term().version() + ": "
                        + resolver.closingTerm(rule, anchors).text();
        return text.length() <= LONGEST_RULE ? text : text.substring(0, LONGEST_RULE - 1) + "…";
    }

    private Reason reason(String governing, @Nullable LocalDate acts) {
        Close close = close(rule);
        LocalDate unrolled = close.how().day();
        LocalDate rolled = unrolled == null ? null : clock.rolled(rule, unrolled);
        return new Reason(
                rule.kind(),
                clock.policy().name(),
                clock.term().version(),
                close,
                resolver.closes(rule.kind(), anchors) instanceof Resolution.Known known && known.provisional(),
                unrolled == null || unrolled.equals(rolled) ? null : rolled,
                unrolled == null ? null : clock.safeOn(rule, unrolled),
                rule.leadBusinessDays(),
                clock.countries(rule),
                rule.opens() == null ? null : derivation(rule.opens(), rule.kind(), 0),
                rule.target() == null ? null : derivation(rule.target(), rule.kind(), 0),
                acts,
                governing);
    }

    private Close close(DeadlineRule of) {
        long cutoff = resolver.cutoffDays(of.kind(), anchors);
        return new Close(derivation(resolver.closingTerm(of, anchors), of.kind(), cutoff), ground(of.kind()));
    }

    private @Nullable Ground ground(DeadlineKind kind) {
        Overlay overlay = resolver.overlay(kind, anchors);
        if (overlay != null) {
            return new Ground.Overlaid(overlay.id(), overlay.source(), overlay.dated());
        }
        return anchors.consented() && clock.policy().consent().containsKey(kind) ? new Ground.Consented() : null;
    }

    private Derivation derivation(Term term, DeadlineKind kind, long cutoff) {
        if (term instanceof Term.At at) {
            return step(at, kind, cutoff);
        }
        return term instanceof Term.EarliestOf earliest
                ? choice(true, earliest.terms(), kind, cutoff)
                : choice(false, ((Term.LatestOf) term).terms(), kind, cutoff);
    }

    private Derivation choice(boolean earliest, List<Term> terms, DeadlineKind kind, long cutoff) {
        return new Derivation.Choice(
                earliest,
                terms.stream().map(term -> derivation(term, kind, cutoff)).toList());
    }

    private Derivation step(Term.At at, DeadlineKind kind, long cutoff) {
        LocalDate fact = at.anchor() instanceof FactAnchor anchor ? anchors.date(anchor, kind) : null;
        DeadlineKind end = fact == null ? TermResolver.standsFor(at.anchor(), kind) : null;
        DeadlineRule other = end == null ? null : clock.policy().rule(end);
        return new Derivation.Step(
                at.anchor(),
                fact,
                other == null ? null : close(other),
                at.period(),
                TermResolver.movedAlready(at) ? 0 : cutoff);
    }
}
