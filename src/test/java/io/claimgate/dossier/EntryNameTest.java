package io.claimgate.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents are called where the insurer sees them. */
class EntryNameTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            1,    INVOICE,        F-2026-17,            application/pdf,          001_INVOICE_F-2026-17.pdf
            2,    STATEMENT,      -,                    application/pdf,          002_STATEMENT.pdf
            12,   DELIVERY_PROOF, 4711,                 image/jpeg,               012_DELIVERY_PROOF_4711.jpg
            3,    ORDER,          ../../etc/passwd,     text/plain,               003_ORDER_..-..-etc-passwd.txt
            4,    INVOICE,        Rechnung 17/März,     application/xml,          004_INVOICE_Rechnung-17-M-rz.xml
            5,    INVOICE,        'A:\\B"C<D>|E?*',     text/csv,                 005_INVOICE_A--B-C-D--E--.csv
            6,    OTHER,          -,                    application/x-unheard-of, 006_OTHER.bin
            7,    INVOICE,        'F1',                 'Text/XML; charset=UTF-8', 007_INVOICE_F1.xml
            8,    ORDER,          中文,                  application/vnd.oasis.opendocument.text, 008_ORDER_--.odt
            1234, REMINDER,       -,                    message/rfc822,           1234_REMINDER.eml
            """)
    void a_name_is_made_of_our_own_words_and_harmless_characters(
            int position, DocumentKind kind, String invoice, String mediaType, String expected) {
        // When
        String name = EntryName.of(position, kind, invoice, mediaType);

        // Then
        assertThat(name).isEqualTo(expected).matches("[A-Za-z0-9._-]+");
    }

    @ParameterizedTest
    @CsvSource({"60", "61", "300"})
    void a_long_invoice_number_is_cut(int length) {
        // When
        String name = EntryName.of(1, DocumentKind.INVOICE, "9".repeat(length), "application/pdf");

        // Then
        assertThat(name).isEqualTo("001_INVOICE_" + "9".repeat(60) + ".pdf");
    }
}
