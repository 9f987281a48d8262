package io.claimgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.feed.ErpSource;
import io.claimgate.policy.Policy;
import io.claimgate.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that only several values together make: place, value and mend. */
class PolicyChecksTest {

    private static final PolicyFiles FILES = new PolicyFiles(new JollydayCalendars());

    private static final String SOUND = """
            policy: P
            insurer: sandbox
            creditors: [C]
            currency: EUR
            zone: Europe/Paris
            calendar: FR
            valid: {from: 2026-01-01}
            maxCreditTerm: INVOICE_DATE + P120D
            cover:
              insuredPercentage: 90
              basis: net
              threshold: {amount: 300.00, basis: gross}
            deadlines:
              cover-stop: {closes: ORIGINAL_DUE_DATE + P60D}
              declaration:
                opens: ORIGINAL_DUE_DATE + P2M
                target: ORIGINAL_DUE_DATE + P90D
                closes: ORIGINAL_DUE_DATE + P4M
                leadBusinessDays: 3
            consent:
              declaration: EXTENDED_DUE_DATE + P4M
            overlays:
              - id: C-1
                source: circular 1
                dated: 2020-03-20
                kind: declaration
                dueDate: {from: 2020-03-01, to: 2020-08-31}
                end: {of: cover-stop, to: 2020-12-31}
                closes: END_OF_COVER_STOP + P90D
            documents:
              PROTRACTED_DEFAULT:
                required: [INVOICE, STATEMENT, REMINDER]
              byCountry:
                CH: [DEBT_ACKNOWLEDGEMENT]
            declare: automatic
            automaticPerDay: unlimited
            """;

    @Test
    void a_policy_with_all_of_it_is_sound() {
        // When
        PolicyFiles.Result read = read(SOUND);
        // Then
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The window has no day, on most days, at month ends only, for long credit only, by the circular only,
                // with consent only.
                "closes: ORIGINAL_DUE_DATE + P4M | closes: ORIGINAL_DUE_DATE + P1M | 16 | declaration | closes on 2027-02-01, before it opens on 2027-03-01 (ORIGINAL_DUE_DATE on 2027-01-01); lengthen closes or shorten opens",
                "target: ORIGINAL_DUE_DATE + P90D | target: ORIGINAL_DUE_DATE + P121D | 17 | declaration | closes on 2027-05-01, before its target on 2027-05-02 (ORIGINAL_DUE_DATE on 2027-01-01)",
                "opens: ORIGINAL_DUE_DATE + P2M  | opens: ORIGINAL_DUE_DATE + P121D | 16 | declaration | before it opens on",
                "closes: ORIGINAL_DUE_DATE + P4M | closes: INVOICE_DATE + P170D | 16 | declaration | INVOICE_DATE on 2027-01-01, ORIGINAL_DUE_DATE on 2027-05-01",
                "opens: ORIGINAL_DUE_DATE + P2M  | opens: INVOICE_DATE + P5M | 16 | declaration | closes on 2027-05-01, before it opens on 2027-06-01 (INVOICE_DATE on 2027-01-01, ORIGINAL_DUE_DATE on 2027-01-01)",
                "closes: END_OF_COVER_STOP + P90D | closes: END_OF_COVER_STOP + P0D | 16 | declaration | by overlay C-1, before it opens on 2020-05-",
                "declaration: EXTENDED_DUE_DATE + P4M | declaration: EXTENDED_DUE_DATE + P1M | 16 | declaration | with the insurer's consent",
                "closes: ORIGINAL_DUE_DATE + P4M | closes: {earliestOf: [ORIGINAL_DUE_DATE + P4M, DELIVERY_DATE + P10D, INVOICE_DATE + P1M]} | 16 | declaration | before it opens on",
                // Nobody could act in it.
                "leadBusinessDays: 3 | leadBusinessDays: 45 | 19 | declaration | lies before it opens on",
                "leadBusinessDays: 3 | leadBusinessDays: 45 | 19 | declaration | shorten leadBusinessDays, now 45, or lengthen closes",
                // Words that name nothing.
                "cover-stop: {closes: ORIGINAL_DUE_DATE + P60D} | cover-stop: {closes: ORIGNAL_DUE_DATE + P60D} | 14 | ORIGNAL_DUE_DATE + P60D | unknown anchor; known are, the likeliest first, ORIGINAL_DUE_DATE, ",
                "cover-stop: {closes: ORIGINAL_DUE_DATE + P60D} | cover-stop: {closes: DUE_DATE + P60D} | 14 | DUE_DATE + P60D | the likeliest first, EXTENDED_DUE_DATE, ORIGINAL_DUE_DATE, ",
                "closes: END_OF_COVER_STOP + P90D | closes: END_OF_COVERSTOP + P90D | 29 | END_OF_COVERSTOP | the policy has no deadline coverstop; it has END_OF_COVER_STOP, END_OF_DECLARATION",
                "kind: declaration | kind: declarations | 26 | declarations | overlay C-1: the policy has no such deadline; it has declaration, cover-stop",
                "end: {of: cover-stop | end: {of: stop | 28 | stop | overlay C-1, end: the policy has no such deadline; it has cover-stop, declaration",
                "  declaration: EXTENDED_DUE_DATE | '  insolvency: EXTENDED_DUE_DATE' | 21 | insolvency | consent: the policy has no such deadline",
                "cover-stop: {closes: ORIGINAL_DUE_DATE | cover-stop: {calendar: ZZ, closes: ORIGINAL_DUE_DATE | 14 | ZZ | no holiday calendar",
                // Amounts of no currency, or of another.
                "currency: EUR | '#' | 12 | threshold | has no currency: its amount is in the policy's, which names none; add currency: EUR to the policy",
                "{amount: 300.00, | '{amount: 300.00, currency: USD,' | 12 | USD | amounts of a policy are in its own currency, EUR; convert it"
            })
    void a_fault_between_values_is_told_with_its_line_its_value_and_the_mend(
            String sound, String faulty, int line, String value, String told) {
        // When
        List<Problem> problems =
                read(SOUND.replace(sound.strip(), faulty.strip())).problems();
        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.place()).isEqualTo("mappings/policies/P.yaml:" + line);
            assertThat(problem.value()).isEqualTo(value);
            assertThat(problem.detail()).contains(told);
        });
    }

    @Test
    void a_declaration_without_an_opening_is_in_order_only_from_the_day_after_the_due_date_on() {
        // When
        List<Problem> problems = read(SOUND.replaceAll("    (opens|target): .*\n", "")
                        .replace("closes: ORIGINAL_DUE_DATE + P4M", "closes: INVOICE_DATE + P100D"))
                .problems();
        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .startsWith("OPS-002 mappings/policies/P.yaml:16 \"declaration\"")
                        .contains("closes on 2027-04-11, before it opens on 2027-05-02"));
    }

    @Test
    void a_circle_of_renewals_is_told_at_each_of_its_policies() {
        // When
        PolicyFiles.Result read = FILES.read(List.of(
                new PolicyFiles.Source("A.yaml", renamed("A", "B")),
                new PolicyFiles.Source("B.yaml", renamed("B", "A")),
                new PolicyFiles.Source("C.yaml", renamed("C", "B"))));
        // Then
        assertThat(read.problems()).extracting(Problem::place).containsExactly("A.yaml:2", "B.yaml:2");
        assertThat(read.problems())
                .allSatisfy(problem -> assertThat(problem.detail()).contains("break the circle"));
    }

    @Test
    void a_document_that_no_feed_can_bring_is_a_fault_unless_people_bring_it() {
        // Given
        String invoicesOnly = "source: erp\ncreditor: C\nfeeds:\n  - {name: i, kind: invoices, match: \"*.csv\"}\n";
        // When
        List<Problem> problems = read(SOUND, erps(invoicesOnly)).problems();
        // Then
        assertThat(problems)
                .extracting(Problem::sentence)
                .containsExactly(
                        "OPS-002 mappings/policies/P.yaml:32 \"INVOICE\": no feed of C brings it (erp); add a feed of kind documents, or name it under documents, byHand, where people upload it",
                        "OPS-002 mappings/policies/P.yaml:34 \"DEBT_ACKNOWLEDGEMENT\": no feed of C brings it (erp); add a feed of kind documents, or name it under documents, byHand, where people upload it");
        assertThat(read(
                                SOUND.replace(
                                        "  byCountry:", "  byHand: [INVOICE, DEBT_ACKNOWLEDGEMENT]\n  byCountry:"),
                                erps(invoicesOnly))
                        .problems())
                .isEmpty();
        assertThat(read(SOUND, erps(invoicesOnly + "  - {name: d, kind: documents, match: \"*.*\", format: none}\n"))
                        .problems())
                .isEmpty();
        assertThat(read(SOUND, erps(invoicesOnly.replace("creditor: C", "creditor: D")))
                        .problems())
                .isEmpty();
    }

    @Test
    void a_stored_version_is_read_though_its_window_would_be_a_fault_today() {
        // Given
        String faulty = SOUND.replace("leadBusinessDays: 3", "leadBusinessDays: 45");
        // When
        Policy policy = FILES.stored(new PolicyFiles.Source("P@1", faulty));
        // Then
        assertThat(read(faulty).policies()).isEmpty();
        assertThat(policy.name()).isEqualTo("P");
    }

    private static PolicyFiles.Result read(String text) {
        return read(text, List.of());
    }

    private static PolicyFiles.Result read(String text, Collection<ErpSource> erps) {
        return FILES.read(List.of(new PolicyFiles.Source("mappings/policies/P.yaml", text)), erps);
    }

    private static Collection<ErpSource> erps(String text) {
        ErpMappings mappings = ErpMappings.read(Map.of("mappings/erp/erp.yaml", text));
        assertThat(mappings.problems()).isEmpty();
        return mappings.all();
    }

    private static String renamed(String name, String renews) {
        return SOUND.replace("policy: P", "policy: " + name + "\nrenews: " + renews);
    }
}
