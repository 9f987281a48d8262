package io.claimgate.files;

import static io.claimgate.files.Plain.defused;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.claimgate.accounting.Posting;
import io.claimgate.accounting.PostingLine;
import io.claimgate.flow.bookkeeping.FileWriter;
import io.claimgate.flow.bookkeeping.Holds;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Our generic CSV for ERPs: UTF-8, RFC 4180, formulas defused. */
final class OutCsv {

    private OutCsv() {}

    /** A row per line; its empty side is zero. */
    static byte[] postings(List<FileWriter.Entry> entries) {
        return csv(writer -> {
            writer.writeRecord(
                    "postingId",
                    "line",
                    "date",
                    "account",
                    "auxiliary",
                    "debit",
                    "credit",
                    "currency",
                    "text",
                    "claimKey",
                    "invoiceNumber",
                    "insurerReference",
                    "cause");
            entries.forEach(entry -> posting(writer, entry.posting()));
        });
    }

    private static void posting(CsvWriter writer, Posting posting) {
        int number = 0;
        for (PostingLine line : posting.lines()) {
            writer.writeRecord(
                    posting.id(),
                    Integer.toString(++number),
                    posting.date().toString(),
                    defused(line.account().number()),
                    defused(line.auxiliary() == null ? null : line.auxiliary().number()),
                    line.debit().amount().toPlainString(),
                    line.credit().amount().toPlainString(),
                    posting.currency(),
                    defused(posting.text()),
                    posting.claimKey(),
                    defused(line.invoiceNumber()),
                    defused(posting.insurerReference()),
                    defused(posting.cause()));
        }
    }

    static byte[] holds(List<Holds.Line> lines) {
        return csv(writer -> {
            writer.writeRecord("buyerId", "hold", "reason", "since");
            lines.forEach(line -> writer.writeRecord(
                    defused(line.buyerRef()),
                    Boolean.toString(line.hold()),
                    defused(line.reason()),
                    line.since().toString()));
        });
    }

    private static byte[] csv(Consumer<CsvWriter> content) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            content.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
