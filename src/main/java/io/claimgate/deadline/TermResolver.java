package io.claimgate.deadline;

import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.FactAnchor.Nature;
import io.claimgate.policy.Overlay;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the terms of one policy into dates (deadlines.md 1, 5, 6, 12, 13). Nothing here rolls. */
final class TermResolver {

    private static final Set<DeadlineKind> MOVED_BY_CUTOFF = Set.of(DeadlineKind.COVER_STOP, DeadlineKind.DECLARATION);

    private final Policy policy;

    TermResolver(Policy policy) {
        this.policy = policy;
    }

    /** The unrolled close of a kind; not yet, where the policy has no such rule. */
    Resolution closes(DeadlineKind kind, Anchors anchors) {
        DeadlineRule rule = policy.rule(kind);
        return rule == null
                ? new Resolution.NotYet(true)
                : resolve(closingTerm(rule, anchors), kind, anchors, cutoffDays(kind, anchors));
    }

    /** The term that makes the close: of the latest overlay in scope, else of the consent, else the rule's own. */
    Term closingTerm(DeadlineRule rule, Anchors anchors) {
        Overlay overlay = overlay(rule.kind(), anchors);
        return overlay != null ? overlay.closes() : withoutOverlays(rule, anchors);
    }

    private Term withoutOverlays(DeadlineRule rule, Anchors anchors) {
        Term consented = anchors.consented() ? policy.consent().get(rule.kind()) : null;
        return consented != null ? consented : rule.closes();
    }

    /** The latest overlay whose scope fits; null if none does. */
    @Nullable
    Overlay overlay(DeadlineKind kind, Anchors anchors) {
        return policy.overlays().isEmpty()
                ? null
                : policy.overlays().stream()
                        .filter(overlay -> overlay.kind().equals(kind) && inScope(overlay, anchors))
                        .max(Comparator.comparing(Overlay::dated))
                        .orElse(null);
    }

    /** Days by which the month-end cutoff moves the closes of a kind for this invoice; 0 if it does not. */
    long cutoffDays(DeadlineKind kind, Anchors anchors) {
        LocalDate invoice = policy.monthEndCutoff() == null ? null : anchors.date(FactAnchor.INVOICE_DATE, kind);
        return invoice == null || !MOVED_BY_CUTOFF.contains(kind) || policy.monthEndCutoff() == null
                ? 0
                : policy.monthEndCutoff().daysFor(invoice);
    }

    Resolution resolve(Term term, DeadlineKind kind, Anchors anchors, long cutoffDays) {
        if (term instanceof Term.At at) {
            return at(at, kind, anchors, cutoffDays);
        }
        if (term instanceof Term.EarliestOf earliest) {
            return choose(earliest.terms(), Comparator.naturalOrder(), kind, anchors, cutoffDays);
        }
        return choose(((Term.LatestOf) term).terms(), Comparator.reverseOrder(), kind, anchors, cutoffDays);
    }

    /** The day of an anchor itself. */
    Resolution anchor(Anchor anchor, DeadlineKind kind, Anchors anchors) {
        LocalDate day = anchor instanceof FactAnchor known ? anchors.date(known, kind) : null;
        if (day != null) {
            return new Resolution.Known(day, false);
        }
        DeadlineKind other = standsFor(anchor, kind);
        if (other != null) {
            return closes(other, anchors);
        }
        FactAnchor fact = (FactAnchor) anchor;
        return fact.nature() == Nature.ROW
                ? new Resolution.Unknown(fact)
                : new Resolution.NotYet(fact.nature() == Nature.OPTIONAL);
    }

    /** The other clock whose close an anchor without a day of its own is; null where it is none. */
    static @Nullable DeadlineKind standsFor(Anchor anchor, DeadlineKind kind) {
        if (anchor instanceof EndOf end) {
            return end.kind();
        }
        return anchor == FactAnchor.DATE_OF_LOSS && !kind.equals(DeadlineKind.WAITING) ? DeadlineKind.WAITING : null;
    }

    /** Whether the month-end cutoff has moved its anchor: a close that another moved close is the anchor of moves once, with it. */
    static boolean movedAlready(Term.At at) {
        return at.anchor() instanceof EndOf end && MOVED_BY_CUTOFF.contains(end.kind());
    }

    private Resolution at(Term.At at, DeadlineKind kind, Anchors anchors, long cutoffDays) {
        Resolution anchored = anchor(at.anchor(), kind, anchors);
        if (!(anchored instanceof Resolution.Known known)) {
            return anchored;
        }
        LocalDate day = known.date().plus(at.period()).plusDays(movedAlready(at) ? 0 : cutoffDays);
        return new Resolution.Known(day, known.provisional());
    }

    private Resolution choose(
            List<Term> terms, Comparator<LocalDate> first, DeadlineKind kind, Anchors anchors, long cutoffDays) {
        LocalDate chosen = null;
        boolean provisional = false;
        Resolution lacking = new Resolution.NotYet(false);
        for (Term term : terms) {
            Resolution resolution = resolve(term, kind, anchors, cutoffDays);
            if (resolution instanceof Resolution.Known known) {
                chosen = chosen == null || first.compare(known.date(), chosen) < 0 ? known.date() : chosen;
                provisional |= known.provisional();
            } else {
                provisional |= !(resolution instanceof Resolution.NotYet notYet && notYet.optional());
                lacking = resolution instanceof Resolution.Unknown ? resolution : lacking;
            }
        }
        return chosen == null ? lacking : new Resolution.Known(chosen, provisional);
    }

    private boolean inScope(Overlay overlay, Anchors anchors) {
        LocalDate due = anchors.date(FactAnchor.ORIGINAL_DUE_DATE, overlay.kind());
        if (due == null || !overlay.dueDate().contains(due)) {
            return false;
        }
        DeadlineKind endOf = overlay.endOf();
        LocalDate end = endOf == null ? null : closes(endOf, anchors).dateOrNull();
        return (endOf == null || (end != null && overlay.endIn().contains(end))) && withinCap(overlay, anchors);
    }

    private boolean withinCap(Overlay overlay, Anchors anchors) {
        DeadlineRule rule = policy.rule(overlay.kind());
        if (overlay.overdueAtMost() == null || rule == null) {
            return true;
        }
        LocalDate close = resolve(
                        withoutOverlays(rule, anchors), rule.kind(), anchors, cutoffDays(rule.kind(), anchors))
                .dateOrNull();
        return close != null && anchors.overdueAtMost(overlay.overdueAtMost(), close);
    }
}
