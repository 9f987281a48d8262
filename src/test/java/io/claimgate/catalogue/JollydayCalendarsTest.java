package io.claimgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.calendar.BusinessDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JollydayCalendarsTest {

    private final JollydayCalendars calendars = new JollydayCalendars();

    @ParameterizedTest
    @CsvSource({
        "FR, 2026-07-14, true",
        "FR, 2027-03-26, false",
        "DE, 2027-03-26, true",
        "BE, 2026-07-21, true",
        "FR, 2026-07-21, false",
        "US, 2026-07-03, true",
        "US, 2026-11-26, true",
        "DE-by, 2026-01-06, true",
        "DE, 2026-01-06, false"
    })
    void public_holidays_are_those_of_the_country(String country, LocalDate day, boolean holiday) {
        assertThat(calendars.of(country).isHoliday(day)).isEqualTo(holiday);
    }

    @Test
    void a_country_without_a_calendar_is_refused() {
        assertThatThrownBy(() -> calendars.of("QQ")).hasMessageContaining("QQ");
    }

    @Test
    void a_business_day_is_one_in_all_calendars() {
        // Given
        BusinessDays both = BusinessDays.of(calendars, List.of("FR", "BE"));
        // When
        LocalDate safe = both.safeDate(LocalDate.of(2026, 7, 21), 1);
        // Then
        assertThat(safe).isEqualTo("2026-07-17");
    }
}
