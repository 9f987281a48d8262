package io.claimgate.receivable;

import static io.claimgate.receivable.Given.MEP_60;
import static io.claimgate.receivable.Given.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.catalogue.LimitationFile;
import io.claimgate.policy.Limitations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person has to look at. */
class ConcernsTest {

    @ParameterizedTest
    @CsvSource({
        "FR, 2026-03-31, 2031-03-31",
        "DE, 2026-03-31, 2029-12-31",
        "DE, 2026-12-31, 2029-12-31",
        "BE, 2026-03-31, 2031-03-31",
        "GB, 2026-03-31, 2032-03-31",
        "FR, 2024-02-29, 2029-02-28"
    })
    void the_shipped_laws_of_limitation_warn_half_a_year_before_the_last_day(String country, String due, String lastDay)
            throws IOException {
        // Given
        Given given = Given.mep60().receivable("A", "1.00", due);
        given.limitations = shipped();
        given.country = country;
        // When
        ExposurePicture before =
                given.on(day(lastDay).minusMonths(6).minusDays(1).toString());
        ExposurePicture after = given.on(day(lastDay).minusMonths(6).toString());
        // Then
        assertThat(before.concerns()).isEmpty();
        assertThat(before.nextActionAt())
                .isEqualTo(day(lastDay)
                        .minusMonths(6)
                        .atStartOfDay(java.time.ZoneId.of("Europe/Paris"))
                        .toInstant());
        assertThat(after.concerns()).hasSize(1);
        assertThat(after.concerns().get(0).on()).isEqualTo(lastDay);
        assertThat(after.concerns().get(0).source()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"IS", "''"})
    void a_country_whose_law_is_not_known_is_not_guessed(@Nullable String country) throws IOException {
        // Given
        Given given = Given.mep60().receivable("A", "1.00", "2016-03-31");
        given.limitations = shipped();
        given.country = country;
        // When
        List<Concern> concerns = given.on("2026-03-31").concerns();
        // Then
        assertThat(concerns).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-07-29, ", "2026-07-31, 2026-07-30"})
    void a_due_date_beyond_the_maximum_credit_term_is_told(String due, @Nullable String latest) {
        // Given
        Given given = Given.deadlines(MEP_60, "maxCreditTerm: {anchor: INVOICE_DATE, period: P180D}")
                .receivable("A", "1.00", "2026-01-31", due, null);
        // When
        List<Concern> concerns = given.on("2026-02-01").concerns();
        // Then
        assertThat(concerns)
                .isEqualTo(
                        latest == null
                                ? List.of()
                                : List.of(new Concern(
                                        Concern.Kind.BEYOND_CREDIT_TERM, given.id("A"), day(latest), "TEST-2026")));
    }

    @Test
    void notes_of_interest_are_no_receivables() {
        // Given
        Given given = Given.mep60().receivable("A", "1.00", "2026-03-31").receivable("I", "40.00", "2026-02-28");
        given.add(Copies.ofType(given.facts("I"), "84"));
        // When
        ExposurePicture picture = given.on("2026-04-20");
        // Then
        assertThat(picture.outstanding()).isEqualTo("1.00");
        assertThat(picture.governing()).isEqualTo(given.id("A"));
    }

    @Test
    void a_file_of_laws_is_read_strictly() {
        // Given
        String text = "warnBefore: P6M\nlaws:\n  - {country: XX, from: DUE_DATE, period: P5Y, source: s}\n"
                + "  - {country: FR, from: TODAY, period: five, source: s, more: 1}\n";
        // When
        LimitationFile.Result result = LimitationFile.read(text);
        // Then
        assertThat(result.problems().stream().map(problem -> problem.sentence()).toList())
                .anyMatch(line -> line.contains("mappings/limitation.yaml:3") && line.contains("XX"))
                .anyMatch(line -> line.contains("mappings/limitation.yaml:4") && line.contains("TODAY"))
                .anyMatch(line -> line.contains("mappings/limitation.yaml:4") && line.contains("five"))
                .anyMatch(line -> line.contains("mappings/limitation.yaml:4") && line.contains("more"));
    }

    private static Limitations shipped() throws IOException {
        LimitationFile.Result result = LimitationFile.read(Files.readString(Path.of(LimitationFile.PATH)));
        assertThat(result.problems()).isEmpty();
        return result.limitations();
    }
}
