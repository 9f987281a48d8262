package io.claimgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.policy.Contract;
import io.claimgate.policy.Cover;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeclareTerms;
import io.claimgate.policy.LossTerms;
import io.claimgate.policy.Policy;
import io.claimgate.policy.PolicyBook;
import io.claimgate.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilesTest {

    private static final PolicyFiles FILES = new PolicyFiles(new JollydayCalendars());

    private static final String SOUND = """
            policy: P
            insurer: sandbox
            creditors: [C]
            currency: EUR
            zone: Europe/Paris
            calendar: FR
            valid: {from: 2026-01-01}
            cover: {insuredPercentage: 90, basis: net}
            deadlines:
              cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
              declaration: {closes: {anchor: END_OF_COVER_STOP, period: P30D}}
            declare: automatic
            automaticPerDay: unlimited
            """;

    @Test
    void the_shipped_policies_are_sound() {
        // When
        PolicyFiles.Result read = FILES.read(shipped());
        // Then
        assertThat(read.problems()).isEmpty();
        assertThat(read.policies())
                .extracting(Policy::name)
                .contains("ACME-2026", "fr-mep60", "export-180", "highradius-2020");
    }

    @Test
    void the_sample_of_the_contracts_is_read_whole() {
        // When
        Policy acme = PolicyBook.of(FILES.read(shipped()).policies())
                .byName("ACME-2026")
                .orElseThrow();
        // Then
        assertThat(acme.cover().threshold().amount()).isEqualTo("300.00");
        assertThat(acme.cover().basis()).isEqualTo(Cover.Basis.NET);
        assertThat(acme.cover().order()).isEqualTo(Cover.DEFAULT_ORDER);
        assertThat(acme.dayEnd().cutOff()).isNull();
        assertThat(acme.loss().maxCreditTerm()).hasToString("At[anchor=INVOICE_DATE, period=P180D]");
        assertThat(acme.deadlines()).hasSize(7);
        assertThat(acme.declare().perDay().claims()).isEqualTo(200);
        assertThat(acme.declare().perDay().amount()).isEqualTo("5000000.00");
        assertThat(acme.documents().required()).containsKeys("PROTRACTED_DEFAULT", "INSOLVENCY");
        assertThat(acme.documents().byCountry()).containsKey("CH");
        assertThat(acme.contentHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void what_is_not_written_has_the_defaults_of_the_contracts() {
        // When
        Policy policy = read(SOUND).policies().get(0);
        // Then
        assertThat(policy.countries()).isEmpty();
        assertThat(policy.cover().withoutLimit()).isEqualTo(Cover.WithoutLimit.UNCOVERED);
        assertThat(policy.cover().threshold().amount()).isEqualTo("0.00");
        assertThat(policy.loss().limitBasis()).isEqualTo(Cover.Basis.NET);
        assertThat(policy.loss().recoveryFrom()).isEqualTo(LossTerms.RecoveryFrom.DATE_OF_LOSS);
        assertThat(policy.warnings()).containsExactly(15, 7, 3, 1, 0);
        assertThat(policy.declare())
                .isEqualTo(new DeclareTerms(
                        DeclareTerms.Mode.AUTOMATIC,
                        DeclareTerms.OnSafeDate.ESCALATE,
                        DeclareTerms.DailyCap.UNLIMITED,
                        new DeclareTerms.Guards(
                                new DeclareTerms.UnusualDays(BigDecimal.valueOf(3), 20),
                                DeclareTerms.FirstLoad.AUTOMATIC)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: Europe/Paris               | zon: Europe/Paris                     | OPS-001 mappings/policies/P.yaml:5 \"zon\"",
                "zone: Europe/Paris               | zone: Europe/Pariss                   | OPS-002 mappings/policies/P.yaml:5 \"Europe/Pariss\"",
                "currency: EUR                    | currency: EUX                         | OPS-002 mappings/policies/P.yaml:4 \"EUX\"",
                "calendar: FR                     | calendar: QQ                          | OPS-002 mappings/policies/P.yaml:6 \"QQ\"",
                "valid: {from: 2026-01-01}        | valid: {from: 2026-02-31}             | OPS-002 mappings/policies/P.yaml:7 \"2026-02-31\"",
                "valid: {from: 2026-01-01}        | valid: {from: 2026-01-01, to: 2025-01-01} | OPS-002 mappings/policies/P.yaml:7 \"2025-01-01\"",
                "insuredPercentage: 90            | insuredPercentage: 900                | OPS-002 mappings/policies/P.yaml:8 \"900\"",
                "insuredPercentage: 90,           | insuredPercentage: 90, deductable: 5, | OPS-001 mappings/policies/P.yaml:8 \"deductable\"",
                "anchor: END_OF_COVER_STOP        | anchor: END_OF_COVER_STOPP            | OPS-002 mappings/policies/P.yaml:11 \"END_OF_COVER_STOPP\"",
                "anchor: ORIGINAL_DUE_DATE        | anchor: DUE_DATE                      | OPS-002 mappings/policies/P.yaml:10 \"DUE_DATE\"",
                "period: P60D                     | period: 60                            | OPS-002 mappings/policies/P.yaml:10 \"60\"",
                "declaration: {closes:            | declaration: {opens: ORIGINAL_DUE_DATE + P4M, closes: | OPS-002 mappings/policies/P.yaml:11 \"declaration\"",
                "anchor: ORIGINAL_DUE_DATE, period: P60D | anchor: END_OF_DECLARATION, period: P1D | OPS-002 mappings/policies/P.yaml:10 \"cover-stop\"",
                "automaticPerDay: unlimited       | automaticPerDay: {claims: 5}          | OPS-003 mappings/policies/P.yaml:13 \"amount\"",
                "automaticPerDay: unlimited       | automaticPerDay: unlimited~anomaly: none | OPS-002 mappings/policies/P.yaml:14 \"none\"",
                "automaticPerDay: unlimited       | automaticPerDay: unlimited~anomaly: {factor: 0.5, atLeast: 20} | OPS-002 mappings/policies/P.yaml:14 \"0.5\"",
                "automaticPerDay: unlimited       | automaticPerDay: unlimited~anomaly: {factor: 3} | OPS-003 mappings/policies/P.yaml:14 \"atLeast\"",
                "automaticPerDay: unlimited       | automaticPerDay: unlimited~anomaly: {factor: 3, atLeast: 20, days: 9} | OPS-001 mappings/policies/P.yaml:14 \"days\"",
                "automaticPerDay: unlimited       | automaticPerDay: unlimited~firstLoad: wait | OPS-002 mappings/policies/P.yaml:14 \"wait\"",
                "declare: automatic               | declare: auto                         | OPS-002 mappings/policies/P.yaml:12 \"auto\"",
                "creditors: [C]                   | creditors: []                         | OPS-002 mappings/policies/P.yaml:3 \"creditors\"",
                "insurer: sandbox                 | insurer: *other                       | OPS-002 mappings/policies/P.yaml:2",
                "insurer: sandbox                 | insurer: !!java.net.URL sandbox       | OPS-002 mappings/policies/P.yaml:2",
                "insurer: sandbox                 | policy: P                             | OPS-002 mappings/policies/P.yaml:2 \"policy\"",
                "creditors: [C]                   | creditors: [C                         | OPS-002 mappings/policies/P.yaml:4"
            })
    void a_fault_is_told_with_its_line(String sound, String faulty, String told) {
        // When
        PolicyFiles.Result read = read(SOUND.replace(sound, faulty.replace('~', '\n')));
        // Then
        assertThat(read.policies()).isEmpty();
        assertThat(read.problems())
                .extracting(Problem::sentence)
                .anySatisfy(sentence -> assertThat(sentence).startsWith(told));
    }

    @ParameterizedTest
    @CsvSource({
        "policy",
        "insurer",
        "creditors",
        "currency",
        "zone",
        "calendar",
        "valid",
        "cover",
        "deadlines",
        "declare",
        "automaticPerDay"
    })
    void a_missing_key_is_told_by_name(String key) {
        // Given
        String without = SOUND.replaceAll("(?m)^" + key + ":.*\n(  .*\n)*", "");
        // When
        PolicyFiles.Result read = read(without);
        // Then
        assertThat(read.policies()).isEmpty();
        assertThat(read.problems())
                .extracting(Problem::sentence)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("OPS-003 mappings/policies/P.yaml:")
                        .contains("\"" + key + "\""));
    }

    @Test
    void one_reading_finds_all_faults() {
        // When
        List<Problem> problems = read(SOUND.replace("EUR", "EUX")
                        .replace("P60D", "60")
                        .replace("sandbox", ""))
                .problems();
        // Then
        assertThat(problems).hasSize(3);
    }

    @Test
    void a_file_is_called_as_its_policy() {
        // When
        PolicyFiles.Result read = FILES.read(List.of(new PolicyFiles.Source("mappings/policies/other.yaml", SOUND)));
        // Then
        assertThat(read.problems()).extracting(Problem::place).containsExactly("mappings/policies/other.yaml:1");
    }

    @Test
    void renewals_are_one_contract_and_the_terms_follow_the_delivery() {
        // Given
        String first = SOUND.replace("policy: P", "policy: Y1")
                .replace("{from: 2026-01-01}", "{from: 2026-01-01, to: 2026-12-31}");
        String second = SOUND.replace("policy: P", "policy: Y2\nrenews: Y1").replace("2026-01-01", "2027-01-01");
        PolicyFiles.Result read = FILES.read(
                List.of(new PolicyFiles.Source("Y2.yaml", second), new PolicyFiles.Source("Y1.yaml", first)));
        PolicyBook book = PolicyBook.of(read.policies());
        // When
        Contract contract = book.contractOf(book.byName("Y2").orElseThrow());
        // Then
        assertThat(read.problems()).isEmpty();
        assertThat(contract.key()).isEqualTo("Y1");
        assertThat(contract.termFor(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 5))
                        .policy()
                        .name())
                .isEqualTo("Y1");
        assertThat(contract.termFor(null, LocalDate.of(2027, 1, 5)).policy().name())
                .isEqualTo("Y2");
        assertThat(book.find("C", "DE", null, LocalDate.of(2027, 1, 5)))
                .map(Policy::name)
                .contains("Y2");
        assertThat(book.find("C", "DE", null, LocalDate.of(2025, 1, 5))).isEmpty();
        assertThat(book.find("D", "DE", null, LocalDate.of(2027, 1, 5))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NOWHERE, there is no such policy", "P, leads back"})
    void a_renewal_continues_another_policy(String renewed, String told) {
        // When
        PolicyFiles.Result read = read(SOUND.replace("policy: P", "policy: P\nrenews: " + renewed));
        // Then
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("mappings/policies/P.yaml:2");
            assertThat(problem.detail()).contains(told);
        });
    }

    @Test
    void a_policy_that_names_the_country_wins_over_one_for_all() {
        // Given
        String belgian = SOUND.replace("policy: P", "policy: BE\ncountries: [BE, LU]");
        PolicyBook book = PolicyBook.of(
                FILES.read(List.of(new PolicyFiles.Source("P.yaml", SOUND), new PolicyFiles.Source("BE.yaml", belgian)))
                        .policies());
        // When
        LocalDate day = LocalDate.of(2026, 5, 1);
        // Then
        assertThat(book.find("C", "BE", null, day)).map(Policy::name).contains("BE");
        assertThat(book.find("C", "FR", null, day)).map(Policy::name).contains("P");
    }

    @Test
    void the_maximum_credit_term_gives_the_latest_insured_due_date() {
        // When
        LossTerms terms = read(SOUND + "maxCreditTerm: INVOICE_DATE + P180D\n")
                .policies()
                .get(0)
                .loss();
        // Then
        assertThat(terms.latestDueDate(LocalDate.of(2026, 1, 15), null)).isEqualTo("2026-07-14");
        assertThat(read(SOUND).policies().get(0).loss().latestDueDate(LocalDate.of(2026, 1, 15), null))
                .isNull();
    }

    @Test
    void a_short_term_is_the_same_as_a_long_one() {
        // When
        Policy policy = read(SOUND.replace("{anchor: END_OF_COVER_STOP, period: P30D}", "END_OF_COVER_STOP + P30D"))
                .policies()
                .get(0);
        // Then
        assertThat(policy.deadlines())
                .isEqualTo(read(SOUND).policies().get(0).deadlines())
                .containsKey(DeadlineKind.DECLARATION);
    }

    private static PolicyFiles.Result read(String text) {
        return FILES.read(List.of(new PolicyFiles.Source("mappings/policies/P.yaml", text)));
    }

    static List<PolicyFiles.Source> shipped() {
        try (Stream<Path> files = Files.list(Path.of("mappings/policies"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> new PolicyFiles.Source("mappings/policies/" + file.getFileName(), text(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
