package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of time over random exposures: nothing changes between two stops, and many stops end where one jump ends. */
class TimeLawsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-12-31T12:34:56Z");

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 24:00, 1",
        "America/New_York, 17:30, 2",
        "Pacific/Kiritimati, 24:00, 3",
        "UTC, 12:00, 4",
        "America/Santiago, 24:00, 5"
    })
    void the_picture_stands_still_until_its_next_action(String zone, String cutOff, int seed) {
        for (int run = 0; run < 12; run++) {
            Given given = random(zone, cutOff, new Random(seed * 1000L + run));
            Instant at = START;
            ExposurePicture picture = given.at(at);
            while (picture.nextActionAt() != null && picture.nextActionAt().isBefore(END)) {
                Instant next = picture.nextActionAt();
                // When
                ExposurePicture between =
                        given.at(at.plus(Duration.between(at, next).dividedBy(2)));
                ExposurePicture justBefore = given.at(next.minusNanos(1000));
                // Then
                assertThat(between).isEqualTo(picture);
                assertThat(justBefore).isEqualTo(picture);
                at = next;
                picture = given.at(at);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Europe/Paris, 24:00, 11", "America/New_York, 17:30, 12", "Australia/Lord_Howe, 24:00, 13"})
    void many_stops_end_where_one_jump_ends(String zone, String cutOff, int seed) {
        for (int run = 0; run < 40; run++) {
            Given given = random(zone, cutOff, new Random(seed * 1000L + run));
            // When
            ExposurePicture jumped = given.at(END);
            Set<Long> foreclosedOnTheWay = new HashSet<>();
            ExposurePicture walked = given.at(START);
            while (true) {
                remember(given, walked, foreclosedOnTheWay);
                Instant next = walked.nextActionAt();
                if (next == null || next.isAfter(END)) {
                    break;
                }
                walked = given.at(next);
            }
            ExposurePicture end = given.at(END);
            // Then
            assertThat(end.newlyForeclosed()).isEmpty();
            assertThat(foreclosedOnTheWay).isEqualTo(Set.copyOf(jumped.newlyForeclosed()));
            assertThat(end.receivables()).isEqualTo(jumped.receivables());
            assertThat(end.deadlines()).isEqualTo(jumped.deadlines());
            assertThat(end.cover()).isEqualTo(jumped.cover());
            assertThat(end.declaration()).isEqualTo(jumped.declaration());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void the_order_in_which_facts_come_does_not_matter(int seed) {
        // Given
        Given given = random("Europe/Paris", "24:00", new Random(seed));
        ExposureFacts facts = given.facts();
        List<ReceivableFacts> receivables = shuffled(facts.receivables(), seed);
        List<PaymentFacts> payments = shuffled(facts.payments(), seed);
        Instant at = Instant.parse("2026-09-01T10:00:00Z");
        // When
        ExposurePicture other = new ExposureRules(Given.HOLIDAYS)
                .compute(
                        given.contract,
                        new ExposureFacts(receivables, payments, facts.events(), List.of(), facts.mode(), null),
                        at);
        // Then
        assertThat(other).isEqualTo(given.at(at));
    }

    /** What the database keeps between two computations. */
    private static void remember(Given given, ExposurePicture picture, Set<Long> foreclosed) {
        Map<Long, String> numbers = new HashMap<>();
        given.receivables.forEach((number, facts) -> numbers.put(facts.id(), number));
        picture.newlyForeclosed().forEach(id -> given.foreclose(Objects.requireNonNull(numbers.get(id))));
        foreclosed.addAll(picture.newlyForeclosed());
    }

    private static <T> List<T> shuffled(List<T> list, int seed) {
        List<T> copy = new ArrayList<>(list);
        java.util.Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    static Given random(String zone, String cutOff, Random random) {
        Given given = Given.deadlines(
                random.nextBoolean() ? Given.MEP_60 : Given.TWO_TO_FOUR_MONTHS,
                "zone: " + zone,
                "cutOff: \"" + cutOff + "\"",
                "cover: {insuredPercentage: 90, basis: gross, tolerance: 5}");
        given.mode = random.nextBoolean() ? PaymentsMode.EXPLICIT : PaymentsMode.IMPLIED;
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            LocalDate issued = LocalDate.of(2025, 12, 1).plusDays(random.nextInt(250));
            LocalDate due = issued.plusDays(random.nextInt(90));
            given.receivable("R" + i, amount(random), issued.toString(), due.toString(), null);
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            String on = LocalDate.of(2026, 1, 15).plusDays(random.nextInt(300)).toString();
            String paid = amount(random);
            given.payment("p" + i, on, paid);
            if (random.nextInt(3) == 0) {
                given.returned(
                        "p" + i,
                        LocalDate.parse(on).plusDays(1 + random.nextInt(40)).toString(),
                        paid);
            }
        }
        if (random.nextInt(3) == 0) {
            given.creditNote("N", amount(random), "2026-04-01", random.nextBoolean() ? "R0" : null);
        }
        if (given.mode == PaymentsMode.IMPLIED) {
            given.fall("R" + (count - 1), "2026-05-05", amount(random));
        }
        return given;
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(100_000), 2).toString();
    }
}
