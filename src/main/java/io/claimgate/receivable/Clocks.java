package io.claimgate.receivable;

import io.claimgate.deadline.Resolution;
import io.claimgate.deadline.TermClock;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.FactAnchor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rules give for a receivable, all of which follows from its days and the events about it. Receivables with the same days and no
 * events of their own share one: 100,000 of an exposure have a few hundred.
 */
final class Clocks {

    final TermClock terms;
    final DebtAnchors anchors;
    /** Of its own declaration. */
    final Window window;
    /** Last day of its own cover stop; null where there is none or it is unknown. */
    final @Nullable LocalDate coverStopOn;

    private final Map<DeadlineKind, Resolution> closes = new HashMap<>();
    private @Nullable SortedMap<DeadlineKind, FactAnchor> unknown;

    Clocks(TermClock terms, DebtAnchors anchors) {
        this.terms = terms;
        this.anchors = anchors;
        this.window = Window.of(terms, closes(DeadlineKind.DECLARATION).dateOrNull(), anchors);
        this.coverStopOn = closes(DeadlineKind.COVER_STOP).dateOrNull();
    }

    /** The unrolled close of a kind; not yet, where the policy has no such rule. */
    Resolution closes(DeadlineKind kind) {
        Resolution known = closes.get(kind);
        if (known == null) {
            known = terms.closes(kind, anchors);
            closes.put(kind, known);
        }
        return known;
    }

    /** The kinds that lack a fact of the row, with the fact. */
    SortedMap<DeadlineKind, FactAnchor> unknown() {
        if (unknown == null) {
            unknown = new TreeMap<>();
            for (DeadlineKind kind : terms.kinds()) {
                if (closes(kind) instanceof Resolution.Unknown lacking) {
                    unknown.put(kind, lacking.missing());
                }
            }
        }
        return unknown;
    }
}
