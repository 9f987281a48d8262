package io.claimgate.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.claimgate.claim.ClaimLine;
import io.claimgate.policy.DocumentTerms;
import io.claimgate.support.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file needs, and what it lacks. */
class CompletenessTest {

    private static final Instant ASKED = Instant.parse("2026-06-20T10:00:00Z");
    private static final DocumentTerms TERMS = new DocumentTerms(
            Map.of(
                    "PROTRACTED_DEFAULT", List.of("INVOICE", "ORDER", "STATEMENT", "REMINDER"),
                    "INSOLVENCY", List.of("INVOICE", "PROOF_OF_CLAIM")),
            Map.of("CH", List.of("DEBT_ACKNOWLEDGEMENT")));

    /** Two invoices, F-1 and F-2. A document is written KIND@tie: an invoice number, buyer or claim. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROTRACTED_DEFAULT | FR |       |                                                                          | 6 | INVOICE of invoice F-1, INVOICE of invoice F-2, ORDER of invoice F-1, ORDER of invoice F-2, STATEMENT, REMINDER",
                "PROTRACTED_DEFAULT | FR |       | INVOICE@F-1 INVOICE@F-2 ORDER@F-1 ORDER@F-2 STATEMENT@claim REMINDER@F-1 | 6 |",
                "PROTRACTED_DEFAULT | FR |       | INVOICE@F-1 ORDER@buyer STATEMENT@buyer REMINDER@buyer                   | 6 | INVOICE of invoice F-2",
                "PROTRACTED_DEFAULT | FR |       | INVOICE@claim ORDER@F-2 STATEMENT@claim REMINDER@claim                   | 6 | ORDER of invoice F-1",
                "PROTRACTED_DEFAULT | FR |       | INVOICE@F-9 ORDER@claim STATEMENT@claim REMINDER@claim                   | 6 | INVOICE of invoice F-1, INVOICE of invoice F-2",
                "PROTRACTED_DEFAULT | CH |       | INVOICE@claim ORDER@claim STATEMENT@claim REMINDER@claim                 | 7 | DEBT_ACKNOWLEDGEMENT",
                "INSOLVENCY         | FR |       | INVOICE@claim                                                            | 3 | PROOF_OF_CLAIM",
                "INSOLVENCY         | CH |       | INVOICE@claim PROOF_OF_CLAIM@claim DEBT_ACKNOWLEDGEMENT@buyer            | 4 |",
                "INSOLVENCY         | FR | ORDER | INVOICE@claim PROOF_OF_CLAIM@claim ORDER@F-2                             | 5 | ORDER of invoice F-1",
                "OTHER_CAUSE        | FR |       |                                                                          | 0 |",
                "OTHER_CAUSE        | FR | TERMS |                                                                          | 1 | TERMS"
            })
    void every_kind_counts_once_or_per_invoice_and_a_tie_serves_what_it_belongs_to(
            String cause, String country, String asked, String documents, int required, String missing) {
        // Given
        Wanted wanted = Wanted.of(TERMS, "P", cause, country, requests(asked));

        // When
        Completeness found = Completeness.of(wanted, lines("F-1", "F-2"), evidence(documents));

        // Then
        assertThat(found.missing().stream().map(Missing::words).collect(Collectors.joining(", ")))
                .isEqualTo(missing == null ? "" : missing);
        assertThat(found.required()).isEqualTo(required);
        assertThat(found.present()).isEqualTo(required - found.missing().size());
        assertThat(found.complete()).isEqualTo(missing == null);
    }

    @Test
    void an_invoice_in_several_instalments_is_needed_once() {
        // Given
        Wanted wanted = Wanted.of(TERMS, "P", "INSOLVENCY", "FR", List.of());

        // When
        Completeness found = Completeness.of(wanted, lines("F-1", "F-1", "F-1"), List.of());

        // Then
        assertThat(found.missing())
                .extracting(Missing::words)
                .containsExactly("INVOICE of invoice F-1", "PROOF_OF_CLAIM");
    }

    @Test
    void the_reason_says_who_wants_it() {
        // Given
        Wanted wanted = Wanted.of(
                TERMS,
                "ACME-2026",
                "INSOLVENCY",
                "CH",
                List.of(new Requested(DocumentKind.TERMS, ASKED, "the signed ones", null)));

        // When
        Completeness found = Completeness.of(wanted, lines("F-1"), List.of());

        // Then
        assertThat(found.missing())
                .extracting(Missing::why)
                .containsExactly(
                        "policy ACME-2026 wants it for INSOLVENCY",
                        "the insurer asked for it: the signed ones",
                        "policy ACME-2026 wants it for buyers in CH",
                        "policy ACME-2026 wants it for INSOLVENCY");
    }

    /** The insurer asked for the invoice on 20 June at 10:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-10T09:00:00Z, false", // it had this one when it asked
        "2026-06-20T10:00:00Z, true",
        "2026-06-21T09:00:00Z, true",
        "                    , true" // not sent yet: this may be what it lacks
    })
    void what_the_insurer_had_when_it_asked_does_not_answer_it(Instant received, boolean answers) {
        // Given
        Wanted wanted = Wanted.of(
                DocumentTerms.NONE,
                "P",
                "INSOLVENCY",
                "FR",
                List.of(
                        new Requested(DocumentKind.INVOICE, Instant.parse("2026-06-01T00:00:00Z"), null, null),
                        new Requested(DocumentKind.INVOICE, ASKED, null, null)));

        // When
        Completeness found =
                Completeness.of(wanted, lines("F-1"), List.of(document("INVOICE@F-1", 1, received != null, received)));

        // Then
        assertThat(found.complete()).isEqualTo(answers);
    }

    @Test
    void the_file_is_at_the_insurer_with_the_last_receipt_that_was_needed() {
        // Given
        Wanted wanted = Wanted.of(TERMS, "P", "INSOLVENCY", "FR", List.of());
        Evidence early = document("INVOICE@F-1", 1, true, Instant.parse("2026-06-25T10:00:00Z"));
        Evidence again = document("INVOICE@F-1", 2, true, Instant.parse("2026-07-30T10:00:00Z"));
        Evidence last = document("PROOF_OF_CLAIM@claim", 3, true, Instant.parse("2026-07-08T10:00:00Z"));
        Evidence unsent = document("PROOF_OF_CLAIM@claim", 3, true, null);

        // When
        Completeness whole = Completeness.of(wanted, lines("F-1"), List.of(early, again, last));
        Completeness part = Completeness.of(wanted, lines("F-1"), List.of(early, again, unsent));

        // Then
        assertThat(whole.receivedAt()).contains(Instant.parse("2026-07-08T10:00:00Z"));
        assertThat(part.complete()).isTrue();
        assertThat(part.receivedAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INVOICE@F-1, true", "TERMS@buyer, false", "CORRESPONDENCE@F-1, false", "CORRESPONDENCE@claim, true"})
    void only_what_is_wanted_or_was_tied_to_the_claim_leaves_the_house(String document, boolean travels) {
        // Given
        Wanted wanted = Wanted.of(TERMS, "P", "INSOLVENCY", "FR", List.of());

        // When
        boolean goes = wanted.travels(document(document, 1, false, null).document());

        // Then
        assertThat(goes).isEqualTo(travels);
    }

    @Test
    void a_claim_of_many_invoices_is_compared_in_one_pass() {
        // Given
        int many = 50_000;
        List<ClaimLine> lines = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            lines.add(lines("F-" + i).get(0));
            evidence.add(document("INVOICE@F-" + i, i, false, null));
        }
        Wanted wanted = Wanted.of(TERMS, "P", "PROTRACTED_DEFAULT", "FR", List.of());

        // When
        Completeness found =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Completeness.of(wanted, lines, evidence));

        // Then
        assertThat(found.required()).isEqualTo(2 * many + 2);
        assertThat(found.present()).isEqualTo(many);
    }

    private static List<Requested> requests(String kinds) {
        return kinds == null
                ? List.of()
                : Arrays.stream(kinds.split(" "))
                        .map(kind -> new Requested(DocumentKind.valueOf(kind), ASKED, null, null))
                        .toList();
    }

    private static List<Evidence> evidence(String documents) {
        List<Evidence> evidence = new ArrayList<>();
        if (documents != null) {
            for (String document : documents.split(" ")) {
                evidence.add(document(document, evidence.size() + 1, false, null));
            }
        }
        return evidence;
    }

    static Evidence document(String text, long id, boolean onTheWay, Instant atInsurer) {
        String kind = text.substring(0, text.indexOf('@'));
        String tie = text.substring(text.indexOf('@') + 1);
        Document.Tie to = switch (tie) {
            case "buyer" -> new Document.ToBuyer(1);
            case "claim" -> new Document.ToClaim("CG-1");
            default -> new Document.ToReceivable(tie.hashCode());
        };
        Document document = new Document(
                id,
                DocumentKind.valueOf(kind),
                "scan.pdf",
                "%064d".formatted(id),
                100,
                "application/pdf",
                null,
                to,
                "erp:acme",
                Instant.parse("2026-06-05T08:00:00Z"));
        return new Evidence(document, to instanceof Document.ToReceivable ? tie : null, onTheWay, atInsurer);
    }

    private static List<ClaimLine> lines(String... invoices) {
        List<ClaimLine> lines = new ArrayList<>();
        for (String invoice : invoices) {
            ClaimLine line = Claims.line(1, "100.00");
            lines.add(new ClaimLine(
                    lines.size() + 1L,
                    invoice,
                    lines.size() + 1,
                    line.issueDate(),
                    line.dueDate(),
                    line.amount(),
                    line.currency()));
        }
        return lines;
    }
}
