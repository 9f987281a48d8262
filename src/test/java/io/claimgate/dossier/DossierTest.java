package io.claimgate.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.Claim;
import io.claimgate.policy.DocumentTerms;
import io.claimgate.support.Claims;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a file stands, and since when it is complete. */
class DossierTest {

    private static final DocumentTerms STATEMENT =
            new DocumentTerms(Map.of("PROTRACTED_DEFAULT", List.of("STATEMENT")), Map.of());

    /** Documents: none, here (not at the insurer), or the instant of the insurer's receipt. */
    @ParameterizedTest
    @CsvSource({
        "none,                 ,           ,           OPEN,     ",
        "here,                 ,           ,           COMPLETE, ",
        "2026-07-08T21:59:00Z, ,           ,           RECEIVED, 2026-07-08",
        "2026-07-08T22:30:00Z, ,           ,           RECEIVED, 2026-07-09", // half past midnight in Paris
        "2026-07-08T21:59:00Z, 2026-07-12, ,           RECEIVED, 2026-07-12",
        "none,                 2026-07-12, ,           RECEIVED, 2026-07-12",
        "none,                 ,           2026-07-08, OPEN,     2026-07-08",
        "2026-07-20T10:00:00Z, ,           2026-07-08, RECEIVED, 2026-07-08"
    })
    void the_last_receipt_completes_it_unless_the_insurer_says_another_date(
            String document, LocalDate told, LocalDate before, DossierState state, LocalDate completeOn) {
        // Given
        Wanted wanted = Wanted.of(STATEMENT, "P", "PROTRACTED_DEFAULT", "FR", List.of());
        List<Evidence> evidence = document.equals("none")
                ? List.of()
                : List.of(CompletenessTest.document(
                        "STATEMENT@claim", 1, true, document.equals("here") ? null : Instant.parse(document)));

        // When
        Dossier dossier = Dossier.of(
                claim(),
                Completeness.of(wanted, List.of(Claims.line(1, "1.00")), evidence),
                new Dossier.Known(told, before, true));

        // Then
        assertThat(dossier.state()).isEqualTo(state);
        assertThat(dossier.completeOn()).isEqualTo(completeOn);
    }

    @ParameterizedTest
    @CsvSource({"false, COMPLETE, ", "true, RECEIVED, 2026-06-29"})
    void where_nothing_is_needed_the_declaration_completes_it_if_a_clock_waits_for_that(
            boolean awaited, DossierState state, LocalDate completeOn) {
        // Given
        Completeness nothing = new Completeness(List.of());

        // When
        Dossier dossier = Dossier.of(claim(), nothing, new Dossier.Known(null, null, awaited));

        // Then
        assertThat(dossier.state()).isEqualTo(state);
        assertThat(dossier.completeOn()).isEqualTo(completeOn);
    }

    private static Claim claim() {
        return Claims.claim(1, Claims.AUTOMATIC).declaring().declared("SB-1", Instant.parse("2026-06-29T10:00:00Z"));
    }
}
