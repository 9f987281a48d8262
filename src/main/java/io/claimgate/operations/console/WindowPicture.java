package io.claimgate.operations.console;

import io.claimgate.operations.scenario.ScenarioAnswer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a scenario drawn on one line of time: a bar each, from its opening (else the first day of the picture) to its close, with the
 * days on which one acts. Places are in thousandths of the width.
 *
 * @param months where months begin, with their names
 */
record WindowPicture(LocalDate first, LocalDate last, int today, List<Bar> bars, List<Month> months) {

    private static final int WIDTH = 1000;
    private static final int FEW_MONTHS = 14;

    record Month(int at, String name) {}

    /** @param acts when the machine acts; null where it does not */
    record Bar(
            String kind,
            String status,
            int from,
            int to,
            @Nullable Integer acts,
            @Nullable Integer safe,
            String says) {
        /** Where the bar's row stands. */
        public int width() {
            return Math.max(to - from, 3);
        }
    }

    /** The picture of an answer; null where no clock has a date. */
    static @Nullable WindowPicture of(ScenarioAnswer answer) {
        List<ScenarioAnswer.Clock> clocks = answer.clocks().stream()
                .filter(clock -> clock.closesOn() != null)
                .toList();
        List<LocalDate> days = clocks.stream()
                .flatMap(clock -> Stream.of(clock.opensOn(), clock.actsOn(), clock.safeOn(), clock.closesOn()))
                .filter(Objects::nonNull)
                .toList();
        if (days.isEmpty()) {
            return null;
        }
        LocalDate first = earlier(days.stream().min(LocalDate::compareTo).orElseThrow(), answer.asOf())
                .minusDays(10);
        LocalDate last = later(days.stream().max(LocalDate::compareTo).orElseThrow(), answer.asOf())
                .plusDays(10);
        List<Bar> bars = new ArrayList<>();
        for (ScenarioAnswer.Clock clock : clocks) {
            bars.add(bar(clock, first, last));
        }
        return new WindowPicture(first, last, place(answer.asOf(), first, last), bars, months(first, last));
    }

    private static Bar bar(ScenarioAnswer.Clock clock, LocalDate first, LocalDate last) {
        LocalDate closes = Objects.requireNonNull(clock.closesOn());
        LocalDate opens = clock.opensOn() == null ? first : clock.opensOn();
        String says = Format.sentence(clock.kind()) + " closes on " + closes
                + (clock.opensOn() == null ? "" : ", opens on " + opens)
                + (clock.safeOn() == null ? "" : ", safe until " + clock.safeOn());
        return new Bar(
                clock.kind(),
                clock.status(),
                place(opens, first, last),
                place(closes.plusDays(1), first, last),
                clock.actsOn() == null ? null : place(clock.actsOn(), first, last),
                clock.safeOn() == null ? null : place(clock.safeOn(), first, last),
                says);
    }

    private static List<Month> months(LocalDate first, LocalDate last) {
        List<Month> months = new ArrayList<>();
        long count = ChronoUnit.MONTHS.between(first, last);
        int step = (int) Math.max(1, count / FEW_MONTHS + 1);
        for (LocalDate month = first.withDayOfMonth(1).plusMonths(1);
                !month.isAfter(last);
                month = month.plusMonths(step)) {
            months.add(new Month(place(month, first, last), Format.month(month)));
        }
        return months;
    }

    private static int place(LocalDate day, LocalDate first, LocalDate last) {
        long all = ChronoUnit.DAYS.between(first, last);
        return (int) (ChronoUnit.DAYS.between(first, day) * WIDTH / all);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
