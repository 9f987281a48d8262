package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The instants of declaration windows against an oracle that shares nothing with them: it counts days one by one with
 * {@code java.util.GregorianCalendar}, over leap days and both changes of the clocks.
 */
class WindowOracleTest {

    @ParameterizedTest
    @CsvSource({
        "UTC",
        "Europe/Paris",
        "America/New_York",
        "Australia/Sydney",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "America/St_Johns",
        "Asia/Tokyo"
    })
    void windows_begin_and_end_at_midnight_of_the_policys_zone(String zone) {
        Random random = new Random(9);
        Given policy = Given.deadlines(
                "declaration: {opens: ORIGINAL_DUE_DATE + P2M, target: ORIGINAL_DUE_DATE + P90D, closes: ORIGINAL_DUE_DATE + P4M}",
                "zone: " + zone);
        for (int run = 0; run < 150; run++) {
            // Given
            int[] due = {2019 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28)};
            if (random.nextInt(4) == 0) {
                due[2] = lastDay(due[0], due[1]);
            }
            Given given = policy.anew()
                    .receivable("A", "1.00", String.format(Locale.ROOT, "%d-%02d-%02d", due[0], due[1], due[2]));
            Instant opens = startOf(monthsLater(due, 2), zone);
            Instant target = startOf(daysLater(due, 90), zone);
            Instant tooLate = startOf(daysLater(monthsLater(due, 4), 1), zone);
            // Then
            assertThat(given.at(opens.minusMillis(1))
                            .declaration()
                            .eligibility()
                            .allowed())
                    .isFalse();
            assertThat(given.at(opens).declaration().eligibility().allowed()).isTrue();
            assertThat(given.at(target.minusMillis(1)).declaration().actNow()).isFalse();
            assertThat(given.at(target).declaration().actNow()).isTrue();
            assertThat(given.at(tooLate.minusMillis(1)).newlyForeclosed()).isEmpty();
            assertThat(given.at(tooLate).newlyForeclosed()).isNotEmpty();
            assertThat(Given.declaration(given.at(opens)).closesAt()).isEqualTo(tooLate);
        }
    }

    private static int[] monthsLater(int[] day, int months) {
        int month = day[1] + months;
        int year = day[0] + (month > 12 ? 1 : 0);
        month = month > 12 ? month - 12 : month;
        return new int[] {year, month, Math.min(day[2], lastDay(year, month))};
    }

    private static int[] daysLater(int[] day, int days) {
        int[] at = day.clone();
        for (int i = 0; i < days; i++) {
            at[2]++;
            if (at[2] > lastDay(at[0], at[1])) {
                at = new int[] {at[1] == 12 ? at[0] + 1 : at[0], at[1] == 12 ? 1 : at[1] + 1, 1};
            }
        }
        return at;
    }

    private static int lastDay(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int[] lengths = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return lengths[month - 1];
    }

    private static Instant startOf(int[] day, String zone) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(zone), Locale.ROOT);
        calendar.clear();
        calendar.set(day[0], day[1] - 1, day[2], 0, 0, 0);
        return calendar.toInstant();
    }
}
