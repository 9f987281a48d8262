package io.claimgate.files;

import io.claimgate.accounting.Journal;
import io.claimgate.accounting.Posting;
import io.claimgate.accounting.PostingLine;
import io.claimgate.flow.bookkeeping.FileWriter;
import io.claimgate.money.Money;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The French {@code fichier des ecritures comptables} (art. A47 A-1 LPF, arrete of 29 July 2013): 18 columns in their order, tab between them,
 * dates YYYYMMDD, decimal comma, ISO 8859-15. The piece of an entry is the posting, whose id the receipts name; the insurer's reference
 * stands in the text.
 */
final class FecFile {

    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");
    private static final String END_OF_LINE = "\r\n";
    private static final List<String> COLUMNS = List.of(
            "JournalCode",
            "JournalLib",
            "EcritureNum",
            "EcritureDate",
            "CompteNum",
            "CompteLib",
            "CompAuxNum",
            "CompAuxLib",
            "PieceRef",
            "PieceDate",
            "EcritureLib",
            "Debit",
            "Credit",
            "EcritureLet",
            "DateLet",
            "ValidDate",
            "Montantdevise",
            "Idevise");

    private FecFile() {}

    /** @param on the day on which the entries become final */
    static byte[] write(Journal journal, List<FileWriter.Entry> entries, LocalDate on) {
        CharsetEncoder encoder = LATIN_9.newEncoder();
        StringBuilder text = new StringBuilder(String.join("\t", COLUMNS)).append(END_OF_LINE);
        for (FileWriter.Entry entry : entries) {
            for (PostingLine line : entry.posting().lines()) {
                text.append(record(journal, entry, line, on, encoder)).append(END_OF_LINE);
            }
        }
        return text.toString().getBytes(LATIN_9);
    }

    private static String record(
            Journal journal, FileWriter.Entry entry, PostingLine line, LocalDate on, CharsetEncoder encoder) {
        Posting posting = entry.posting();
        StringJoiner fields = new StringJoiner("\t");
        List.of(
                        plain(journal.code(), encoder),
                        plain(journal.label(), encoder),
                        Long.toString(entry.entryNo()),
                        date(posting.date()),
                        plain(line.account().number(), encoder),
                        plain(line.account().label(), encoder),
                        plain(line.auxiliary() == null ? null : line.auxiliary().number(), encoder),
                        plain(line.auxiliary() == null ? null : line.auxiliary().name(), encoder),
                        posting.id(),
                        date(posting.date()),
                        plain(label(posting, line), encoder),
                        amount(line.debit()),
                        amount(line.credit()),
                        "",
                        "",
                        date(on),
                        "",
                        "")
                .forEach(fields::add);
        return fields.toString();
    }

    private static String label(Posting posting, PostingLine line) {
        return posting.text() + " " + posting.claimKey() + " " + posting.insurerReference()
                + (line.invoiceNumber() == null ? "" : " " + line.invoiceNumber());
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** Two decimals at least, whatever the currency has. */
    private static String amount(Money money) {
        BigDecimal amount = money.amount();
        return amount.setScale(Math.max(2, amount.scale())).toPlainString().replace('.', ',');
    }

    /** Nothing that would end a field or a line; what the charset lacks loses its accents, else becomes a question mark. */
    private static String plain(@Nullable String text, CharsetEncoder encoder) {
        if (text == null) {
            return "";
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> plain.append(plain(point, encoder)));
        return plain.toString().strip();
    }

    private static String plain(int point, CharsetEncoder encoder) {
        if (Character.isISOControl(point) || Character.isWhitespace(point)) {
            return " ";
        }
        String one = Character.toString(point);
        if (encoder.canEncode(CharBuffer.wrap(one))) {
            return one;
        }
        String base = Normalizer.normalize(one, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return !base.isEmpty() && encoder.canEncode(CharBuffer.wrap(base)) ? base : "?";
    }
}
