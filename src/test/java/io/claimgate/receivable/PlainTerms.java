package io.claimgate.receivable;

import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The oracle's dates of one receivable: it asks of day after day whether that is still in time. */
final class PlainTerms {

    /** A last day; or none, because the row lacks something or because nothing has happened yet. */
    record Last(PlainDay day, boolean lacks) {}

    private static final Last NOT_YET = new Last(null, false);
    private static final Set<DeadlineKind> MOVED = Set.of(DeadlineKind.COVER_STOP, DeadlineKind.DECLARATION);

    private final Policy policy;
    private final ReceivableFacts row;
    private final List<EventFacts> events;
    private final PlainDay declared;
    private final PlainDay paid;
    private final PlainDay brokenOn;
    // A skip list: a close hangs on other closes, and a map would not let itself be filled meanwhile.
    private final Map<DeadlineKind, Last> closes = new ConcurrentSkipListMap<>();

    /**
     * @param events about the receivable or its buyer
     * @param paid first payment since it was declared
     * @param brokenOn from that day on no plan of payments counts
     */
    PlainTerms(
            Policy policy,
            ReceivableFacts row,
            List<EventFacts> events,
            PlainDay declared,
            PlainDay paid,
            PlainDay brokenOn) {
        this.policy = policy;
        this.row = row;
        this.events = events;
        this.declared = declared;
        this.paid = paid;
        this.brokenOn = brokenOn;
    }

    Last closes(DeadlineKind kind) {
        return closes.computeIfAbsent(kind, this::walked);
    }

    private Last walked(DeadlineKind kind) {
        if (policy.rule(kind) == null) {
            return NOT_YET;
        }
        Term agreed = first(EventKind.CONSENT) == null ? null : policy.consent().get(kind);
        return last(agreed == null ? policy.rule(kind).closes() : agreed, kind, MOVED.contains(kind) ? cutoff() : 0);
    }

    PlainDay day(Term term, DeadlineKind kind) {
        return term == null ? null : last(term, kind, 0).day;
    }

    /** A postponement that nobody has consented to, as it stands on a day. */
    PlainDay asked(PlainDay today) {
        return first(EventKind.CONSENT) == null ? postponed(brokenOn == null || today.before(brokenOn)) : null;
    }

    PlainDay happened(EventKind kind) {
        EventFacts event = first(kind);
        return event == null ? null : PlainDay.of(event.date());
    }

    private Last last(Term term, DeadlineKind kind, int cutoff) {
        if (term instanceof Term.At at) {
            Last anchor = anchor(at.anchor(), kind);
            boolean moved = at.anchor() instanceof EndOf end && MOVED.contains(end.kind());
            return anchor.day == null
                    ? anchor
                    : new Last(anchor.day.later(at.period()).daysLater(moved ? 0 : cutoff), false);
        }
        boolean all = term instanceof Term.EarliestOf;
        List<Term> terms = all ? ((Term.EarliestOf) term).terms() : ((Term.LatestOf) term).terms();
        List<Last> each = terms.stream().map(one -> last(one, kind, cutoff)).toList();
        List<PlainDay> ends =
                each.stream().map(Last::day).filter(day -> day != null).toList();
        if (ends.isEmpty()) {
            return new Last(null, each.stream().anyMatch(Last::lacks));
        }
        PlainDay today = ends.get(0);
        for (PlainDay end : ends) {
            today = end.before(today) ? end : today;
        }
        while (inTime(today.next(), ends, all)) {
            today = today.next();
        }
        return new Last(today, false);
    }

    private static boolean inTime(PlainDay today, List<PlainDay> ends, boolean all) {
        Stream<PlainDay> asked = ends.stream();
        return all ? asked.noneMatch(end -> end.before(today)) : asked.anyMatch(end -> !end.before(today));
    }

    private Last anchor(Anchor anchor, DeadlineKind kind) {
        if (anchor instanceof EndOf end) {
            return closes(end.kind());
        }
        PlainDay day = fact((FactAnchor) anchor, kind);
        if (day == null && anchor == FactAnchor.DATE_OF_LOSS && !kind.equals(DeadlineKind.WAITING)) {
            return closes(DeadlineKind.WAITING);
        }
        boolean ofTheRow = anchor == FactAnchor.INVOICE_DATE
                || anchor == FactAnchor.DELIVERY_DATE
                || anchor == FactAnchor.ORIGINAL_DUE_DATE;
        return new Last(day, day == null && ofTheRow);
    }

    private PlainDay fact(FactAnchor anchor, DeadlineKind kind) {
        return switch (anchor) {
            case INVOICE_DATE -> PlainDay.of(row.issueDate());
            case DELIVERY_DATE -> PlainDay.of(row.deliveryDate());
            case ORIGINAL_DUE_DATE -> PlainDay.of(row.originalDueDate());
            case EXTENDED_DUE_DATE -> {
                EventFacts consent = first(EventKind.CONSENT);
                yield consent == null || consent.newDueDate() == null
                        ? postponed(true)
                        : PlainDay.of(consent.newDueDate());
            }
            case DECLARED -> declared;
            case ACKNOWLEDGED -> happened(EventKind.ACKNOWLEDGED);
            case AWARENESS ->
                aware(kind.equals(DeadlineKind.ADVERSE_INFO) ? EventKind.ADVERSE_INFO : EventKind.INSOLVENCY);
            case INSOLVENCY_OPENED -> happened(EventKind.INSOLVENCY);
            case PUBLICATION -> {
                EventFacts opened = first(EventKind.INSOLVENCY);
                yield opened == null ? null : PlainDay.of(opened.publishedOn());
            }
            case LIMIT_NOTICE -> happened(EventKind.LIMIT_NOTICE);
            case FILE_COMPLETE -> happened(EventKind.FILE_COMPLETE);
            case DATE_OF_LOSS ->
                happened(EventKind.DATE_OF_LOSS) == null
                        ? happened(EventKind.INSOLVENCY)
                        : happened(EventKind.DATE_OF_LOSS);
            case PAYMENT_RECEIVED -> kind.equals(DeadlineKind.REMITTANCE) ? null : paid;
        };
    }

    private PlainDay aware(EventKind kind) {
        EventFacts event = first(kind);
        return event == null ? null : awareOf(event);
    }

    private static PlainDay awareOf(EventFacts event) {
        if (event.awareOn() != null) {
            return PlainDay.of(event.awareOn());
        }
        List<PlainDay> known = new ArrayList<>(List.of(PlainDay.of(event.recordedOn())));
        if (event.publishedOn() != null) {
            known.add(PlainDay.of(event.publishedOn()));
        }
        known.sort(null);
        return known.get(0);
    }

    private PlainDay postponed(boolean planned) {
        List<PlainDay> told = new ArrayList<>();
        if (row.extendedDueDate() != null) {
            told.add(PlainDay.of(row.extendedDueDate()));
        }
        for (EventFacts event : events) {
            boolean moves = event.kind() == EventKind.EXTENSION || (planned && event.kind() == EventKind.PAYMENT_PLAN);
            if (moves && event.newDueDate() != null) {
                told.add(PlainDay.of(event.newDueDate()));
            }
        }
        told.sort(Comparator.reverseOrder());
        return told.isEmpty() ? null : told.get(0);
    }

    /** On one day the one we were aware of first, then the one that was published first, then the one that moves least. */
    private EventFacts first(EventKind kind) {
        Comparator<PlainDay> unknownLast = Comparator.nullsLast(Comparator.naturalOrder());
        return events.stream()
                .filter(event -> event.kind() == kind)
                .min(Comparator.comparing((EventFacts event) -> PlainDay.of(event.date()))
                        .thenComparing(PlainTerms::awareOf)
                        .thenComparing(event -> PlainDay.of(event.publishedOn()), unknownLast)
                        .thenComparing(event -> PlainDay.of(event.newDueDate()), unknownLast))
                .orElse(null);
    }

    /** Days from the invoice to the substitute day on the next leaf of the calendar. */
    private int cutoff() {
        PlainDay at = PlainDay.of(row.issueDate());
        if (policy.monthEndCutoff() == null
                || at.day() < policy.monthEndCutoff().day()) {
            return 0;
        }
        PlainDay substitute = new PlainDay(at.year(), at.month(), 1).later(Period.ofMonths(1));
        while (substitute.day() < policy.monthEndCutoff().substituteDay()
                && substitute.next().day() != 1) {
            substitute = substitute.next();
        }
        int days = 0;
        while (at.before(substitute)) {
            at = at.next();
            days++;
        }
        return days;
    }
}
