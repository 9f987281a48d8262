package io.claimgate.deadline.reason;

import io.claimgate.policy.Anchor;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a term gives its day. The day follows from what is said, so that no explanation can tell another date than its own arithmetic. */
public sealed interface Derivation {

    /** The day; null while it is not known. */
    @Nullable
    LocalDate day();

    /** The anchors whose days are lacking, in the order of the rule. */
    Stream<Anchor> lacking();

    /**
     * An anchor and a period.
     *
     * @param fact the anchor's day where it is a fact; null while it is not known, or where {@code because} gives it
     * @param because the close of another rule that the anchor is; null where it is a fact
     * @param cutoff days that the month-end cutoff adds, 0 for none
     */
    record Step(
            Anchor anchor,
            @Nullable LocalDate fact,
            @Nullable Close because,
            Period period,
            long cutoff) implements Derivation {

        /** The anchor's day; null while it is not known. */
        public @Nullable LocalDate from() {
            return because == null ? fact : because.how().day();
        }

        @Override
        public @Nullable LocalDate day() {
            LocalDate from = from();
            return from == null ? null : from.plus(period).plusDays(cutoff);
        }

        @Override
        public Stream<Anchor> lacking() {
            return because != null ? because.how().lacking() : fact == null ? Stream.of(anchor) : Stream.empty();
        }
    }

    /**
     * The earliest or the latest of several, among those that are known.
     *
     * @param earliest false: the latest
     */
    record Choice(boolean earliest, List<Derivation> terms) implements Derivation {

        public Choice {
            terms = List.copyOf(terms);
        }

        @Override
        public @Nullable LocalDate day() {
            Comparator<LocalDate> first = earliest ? Comparator.naturalOrder() : Comparator.reverseOrder();
            return terms.stream()
                    .map(Derivation::day)
                    .filter(Objects::nonNull)
                    .min(first)
                    .orElse(null);
        }

        @Override
        public Stream<Anchor> lacking() {
            return terms.stream().flatMap(Derivation::lacking);
        }
    }
}
