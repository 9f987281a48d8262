package io.claimgate.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.Debtor;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.flow.transfer.Notice;
import io.claimgate.flow.transfer.Statement;
import io.claimgate.support.Claims;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The gateway's own papers, read back from their PDF. */
class PdfPapersTest {

    private final PdfPapers papers = new PdfPapers();

    @Test
    void the_statement_shows_every_line_every_payment_and_what_is_open() throws IOException {
        // Given
        Statement statement = statement("Menuiserie Dupont", 2);

        // When
        String text = text(papers.statement(statement));

        // Then
        assertThat(text)
                .contains("Statement of account", "ACME-FR", "CG-1", "Menuiserie Dupont", "C-1", "2026-06-10")
                .contains("F-1 1 2026-03-01 2026-03-31 1200.00 1000.00 200.00")
                .contains("F-2 1 2026-03-01 2026-03-31 1200.00 1000.00 200.00")
                .contains("2026-05-20 p1 F-9 12000.00")
                .contains("2026-06-02 p2", "reversal of p1", "-12000.00")
                .contains("400.00 EUR");
    }

    @Test
    void the_same_facts_give_the_same_bytes() {
        // Given
        byte[] first = papers.statement(statement("Dupont", 3));

        // When
        byte[] second = new PdfPapers().statement(statement("Dupont", 3));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(papers.statement(statement("Durand", 3))).isNotEqualTo(first);
    }

    @Test
    void names_are_text_and_never_markup_and_nothing_outside_is_opened() throws IOException {
        // Given
        String hostile = "</td><script>x</script><img src=\"file:///etc/passwd\"/> & <b>Co</b>";

        // When
        byte[] pdf = papers.statement(statement(hostile, 1));

        // Then
        assertThat(text(pdf).replaceAll("\\s+", " ")).contains("</td><script>x</script>", "& <b>Co</b>");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
            assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.OPEN_ACTION))
                    .isFalse();
        }
    }

    @Test
    void letters_of_all_europe_are_printed_and_others_stand_as_code_points_with_a_note() throws IOException {
        // Given
        String european =
                "\u0141\u00f3d\u017a \u0391\u03b8\u03ae\u03bd\u03b1 \u0421\u043e\u0444\u0438\u044f Stra\u00dfe";
        String other = "\u4e2d\u6587 \u05d0\u05d1 a\u0000b";

        // When
        String printed = text(papers.statement(statement(european, 1)));
        String coded = text(papers.statement(statement(other, 1)));

        // Then
        assertThat(printed).contains(european).doesNotContain("code points");
        assertThat(coded).contains("[U+4E2D][U+6587] [U+05D0][U+05D1] a[U+0000]b", "code points");
    }

    @Test
    void a_text_is_found_as_it_was_written_without_ligatures_and_with_its_accents() throws IOException {
        // Given
        String decomposed = "Cafe\u0301 Fluffig & Offiziell";

        // When
        String printed = text(papers.statement(statement(decomposed, 1)));

        // Then
        assertThat(printed).contains("Caf\u00e9 Fluffig & Offiziell").doesNotContain("code points");
    }

    @Test
    void a_long_account_runs_over_many_pages_and_says_what_it_leaves_out() throws IOException {
        // Given
        Statement statement = statement("Dupont", PdfPapers.MOST_LINES + 7);

        // When
        byte[] pdf = papers.statement(statement);

        // Then
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(8);
        }
        assertThat(text(pdf))
                .contains("F-1000 1", "7 more receivables", "201400.00 EUR")
                .doesNotContain("F-1001 1");
    }

    @Test
    void reminders_that_are_facts_become_a_record() throws IOException {
        // Given
        List<Notice> notices = List.of(
                new Notice(LocalDate.of(2026, 4, 10), 1, "EMAIL", null, null, null, "first reminder", "acme"),
                new Notice(
                        LocalDate.of(2026, 5, 2), 2, "POST", "F-1", new BigDecimal("200.0000"), "EUR", null, "acme"));

        // When
        String reminders = text(papers.notices(DocumentKind.REMINDER, "ACME-FR", "CG-1", debtor("Dupont"), notices));
        String formal = text(papers.notices(DocumentKind.FORMAL_NOTICE, "ACME-FR", "CG-1", debtor("Dupont"), notices));

        // Then
        assertThat(reminders)
                .contains("Record of reminders", "2026-04-10 1 EMAIL", "whole account", "first reminder")
                .contains("2026-05-02 2 POST F-1", "200 EUR");
        assertThat(formal).contains("Record of formal notices");
    }

    private static Statement statement(String name, int lines) {
        return new Statement(
                "ACME-FR",
                "CG-1",
                "ACME-2026",
                debtor(name),
                LocalDate.of(2026, 6, 10),
                "EUR",
                LongStream.rangeClosed(1, lines)
                        .mapToObj(id -> new Statement.Line(Claims.line(id, "200.00"), new BigDecimal("1200.00")))
                        .toList(),
                List.of(
                        new Statement.Paid(
                                LocalDate.of(2026, 5, 20), "p1", new BigDecimal("12000.00"), "EUR", "F-9", null),
                        new Statement.Paid(
                                LocalDate.of(2026, 6, 2), "p2", new BigDecimal("-12000.00"), "EUR", null, "p1")),
                new BigDecimal("200.00").multiply(BigDecimal.valueOf(lines)));
    }

    private static Debtor debtor(String name) {
        return new Debtor("C-1", name, "FR", "0002", "552100554", null, "1 rue X", "75002", "Paris");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
