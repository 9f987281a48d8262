package io.claimgate.policy;

import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;

/** How a date is made: an anchor and a period, or a choice among several of them. */
public sealed interface Term {

    /** The rule as one reads it: {@code latestOf(DELIVERY_DATE + P180D, END_OF_COVER_STOP + P90D)}. */
    String text();

    /** Anchor and period in one step: months together, clamped to the month's last day, then days. */
    record At(Anchor anchor, Period period) implements Term {
        @Override
        public String text() {
            return anchor.text() + " + " + period;
        }
    }

    record EarliestOf(List<Term> terms) implements Term {
        public EarliestOf {
            terms = List.copyOf(terms);
        }

        @Override
        public String text() {
            return terms.stream().map(Term::text).collect(Collectors.joining(", ", "earliestOf(", ")"));
        }
    }

    record LatestOf(List<Term> terms) implements Term {
        public LatestOf {
            terms = List.copyOf(terms);
        }

        @Override
        public String text() {
            return terms.stream().map(Term::text).collect(Collectors.joining(", ", "latestOf(", ")"));
        }
    }
}
