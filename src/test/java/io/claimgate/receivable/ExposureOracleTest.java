package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.calendar.BusinessDays;
import io.claimgate.calendar.DayEnd;
import io.claimgate.deadline.Deadline;
import io.claimgate.policy.Policy;
import io.claimgate.support.Laws;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules against an oracle written another way: it walks 400 days in four zones, over both changes of the clocks and a leap day, asks
 * every day whether it is still in time, and lets every cent walk to its invoice on its own.
 */
class ExposureOracleTest {

    private static final PlainHolidays TABLE = new PlainHolidays(2026, 2032);
    private static final int WALK = 400;

    @Property(tries = 100, seed = Laws.SEED)
    void the_rules_say_what_the_oracle_says(@ForAll("situations") Situation situation) {
        // Given
        ZoneId zone = situation.policy().dayEnd().zone();
        PlainExposure plain = new PlainExposure(situation.policy(), situation.facts());
        for (int day = 0; day < WALK; day++) {
            Instant instant = moment(FactArbitraries.FIRST.plusDays(day), day, zone);
            PlainClock oracle = new PlainClock(plain, TABLE, instant);
            // When
            ExposurePicture picture = situation.at(instant);
            // Then
            assertThat(deadlines(picture)).as("at %s", instant).isEqualTo(oracle.deadlines());
            assertThat(foreclosed(picture)).as("at %s", instant).isEqualTo(oracle.foreclosed());
            assertThat(PlainDay.of(picture.coverStoppedOn()))
                    .as("cover at %s", instant)
                    .isEqualTo(oracle.coverStoppedOn());
            assertThat(owed(picture)).isEqualTo(oracle.owed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "US"})
    void the_calendars_have_the_holidays_of_the_law(String country) {
        // Given
        BusinessDays days = BusinessDays.of(Given.HOLIDAYS, List.of(country));
        for (PlainDay day = new PlainDay(2026, 1, 2); day.year() < 2032; day = day.next()) {
            // When
            boolean open = days.isBusinessDay(day.date());
            // Then
            assertThat(open).as("%s", day).isEqualTo(TABLE.isBusinessDay(day, List.of(country)));
        }
    }

    @Provide
    Arbitrary<Situation> situations() {
        Arbitrary<Policy> generated = PolicyArbitraries.policies();
        Arbitrary<Policy> shipped = Arbitraries.of(Policies.shipped());
        Arbitrary<ZoneId> zones = Arbitraries.of("UTC", "Europe/Paris", "America/New_York", "Pacific/Auckland")
                .map(ZoneId::of);
        Arbitrary<Optional<LocalTime>> cutOffs =
                Arbitraries.of("17:30", "02:30").map(LocalTime::parse).optional(0.2);
        Arbitrary<Policy> policies = Combinators.combine(
                        Arbitraries.oneOf(List.of(generated, shipped)),
                        zones,
                        cutOffs,
                        Arbitraries.of(List.of("FR"), List.of("US"), List.of("FR", "US")))
                .as((policy, zone, cutOff, calendars) ->
                        Policies.in(policy, new DayEnd(zone, cutOff.orElse(null)), calendars));
        return FactArbitraries.situations(policies);
    }

    /** Midnight, a second before it, an hour of change, noon: every day another. */
    private static Instant moment(LocalDate date, int day, ZoneId zone) {
        Instant midnight = date.atStartOfDay(zone).toInstant();
        return switch (day % 4) {
            case 0 -> midnight;
            case 1 -> midnight.minusSeconds(1);
            case 2 -> midnight.plusSeconds(2 * 3600 + 1800);
            default -> midnight.plusSeconds(17 * 3600 + 2700);
        };
    }

    private static TreeMap<String, String> deadlines(ExposurePicture picture) {
        TreeMap<String, String> words = new TreeMap<>();
        for (Deadline deadline : picture.deadlines()) {
            words.put(
                    deadline.kind().name(),
                    PlainClock.said(
                            deadline.governedBy(),
                            deadline.opensOn(),
                            deadline.targetOn(),
                            deadline.actsOn(),
                            deadline.safeOn(),
                            deadline.closesOn(),
                            deadline.closesAt(),
                            deadline.status()));
        }
        return words;
    }

    private static TreeSet<Long> foreclosed(ExposurePicture picture) {
        return picture.receivables().stream()
                .filter(receivable -> receivable.state() == ReceivableState.FORECLOSED)
                .map(ReceivablePicture::id)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static List<String> owed(ExposurePicture picture) {
        return picture.receivables().stream()
                .map(receivable -> receivable.id() + " owes " + PlainBooks.cents(receivable.outstanding()) + ", feared "
                        + PlainBooks.cents(receivable.clockOutstanding()))
                .toList();
    }
}
