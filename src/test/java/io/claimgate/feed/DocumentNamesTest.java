package io.claimgate.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.dossier.DocumentKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the name of a document says. */
class DocumentNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind}_{invoiceNumber}.*            | INVOICE_F-1.pdf                 | INVOICE F-1
            {kind}_{invoiceNumber}.*            | DELIVERY_PROOF_FR_2026_17.tiff  | DELIVERY_PROOF FR_2026_17
            {kind}_{invoiceNumber}.*            | PROOF_OF_CLAIM_2026.17.pdf      | PROOF_OF_CLAIM 2026.17
            {kind}_{invoiceNumber}.*            | INVOICE_F-1                     |
            {kind}_{invoiceNumber}.*            | invoice_F-1.pdf                 |
            {kind}_{invoiceNumber}.*            | LETTER_F-1.pdf                  |
            {kind}_{invoiceNumber}.*            | INVOICE_.pdf                    |
            {buyerId}-{kind}-{language}.pdf     | C-1001-TERMS-fr.pdf             | TERMS C-1001 fr
            {buyerId}-{kind}-{language}.pdf     | C-1001-TERMS-FR.pdf             |
            {kind} ({claimKey})?.*              | DISPUTE (CG-0A)1.eml            | DISPUTE CG-0A
            {kind} ({claimKey})?.*              | DISPUTE (../../x)1.eml          |
            """)
    void a_name_that_fits_says_kind_and_tie(String pattern, String name, @Nullable String said) {
        // Given
        DocumentNames names = DocumentNames.of(pattern, Map.of(), null);

        // When
        var label = names.read(name);

        // Then
        assertThat(label.map(DocumentNamesTest::text).orElse(null)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"LS_17.pdf,DELIVERY_PROOF", "L_17.pdf,ORDER", "ORDER_17.pdf,"})
    void words_of_the_mapping_stand_for_kinds_and_the_kinds_then_do_not(String name, @Nullable DocumentKind kind) {
        // Given
        DocumentNames names = DocumentNames.of(
                "{kind}_{invoiceNumber}.pdf", Map.of("L", DocumentKind.ORDER, "LS", DocumentKind.DELIVERY_PROOF), null);

        // When
        var label = names.read(name);

        // Then
        assertThat(label.map(DocumentLabel::kind).orElse(null)).isEqualTo(kind);
    }

    @Test
    void one_kind_for_all_files_leaves_the_name_to_the_invoice() {
        // Given
        DocumentNames names = DocumentNames.of("{invoiceNumber}.pdf", Map.of(), DocumentKind.INVOICE);

        // When
        var label = names.read("2026-17.pdf");

        // Then
        assertThat(label.map(DocumentNamesTest::text)).hasValue("INVOICE 2026-17");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind}.pdf                          | exactly one of
            {kind}_{invoiceNumber}_{buyerId}    | exactly one of
            {invoiceNumber}.pdf                 | either {kind} in the pattern
            {kind}_{invoice}.pdf                | {invoice} is no placeholder
            {kind}_{kind}_{buyerId}             | {kind} stands there twice
            """)
    void a_pattern_that_says_too_little_is_refused(String pattern, String why) {
        assertThatThrownBy(() -> DocumentNames.of(pattern, Map.of(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static String text(DocumentLabel label) {
        return label.kind() + " " + label.value() + (label.language() == null ? "" : " " + label.language());
    }
}
