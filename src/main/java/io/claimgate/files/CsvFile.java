package io.claimgate.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.claimgate.feed.CsvFormat;
import io.claimgate.flow.intake.FileRefused;
import io.claimgate.flow.intake.Records;
import io.claimgate.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a CSV file, streamed. Whatever is not exactly CSV in the stated charset is refused with its line, never guessed. */
public final class CsvFile implements Records {

    private static final int LONGEST_BUFFER = 1 << 21;

    private final CsvReader<CsvRecords> reader;
    private final Iterator<CsvRecords> records;
    private final CsvRecords current;
    private final EndMark end;
    private final List<String> header;
    private final boolean[] more = new boolean[1];

    private CsvFile(InputStream bytes, CsvFormat format) throws IOException {
        end = new EndMark();
        current = new CsvRecords();
        // A line break and a mark behind the end: a quote that is never closed would otherwise swallow the rest in
        // silence.
        reader = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_BUFFER)
                .build(current, new Joined(ByteOrderMark.reader(bytes, format), new StringReader("\n" + end.text())));
        records = reader.iterator();
        header = readHeader();
        current.expect(header.size());
        more[0] = true;
    }

    /** Opens it and reads the header. */
    public static Records open(InputStream bytes, CsvFormat format) throws IOException {
        try {
            return new CsvFile(bytes, format);
        } catch (FileRefused e) {
            bytes.close();
            throw e;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next() {
        more[0] = more[0] && advance();
        return more[0];
    }

    @Override
    public long line() {
        return current.line();
    }

    @Override
    public int size() {
        return current.size();
    }

    @Override
    public String[] values() {
        return current.values();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private List<String> readHeader() {
        if (!advance()) {
            throw new FileRefused(ProblemCode.ERP_009, "the file is empty; send the real content");
        }
        List<String> names = Arrays.stream(current.values(), 0, current.size())
                .map(String::strip)
                .toList();
        if (names.stream().allMatch(String::isEmpty)) {
            throw new FileRefused(
                    ProblemCode.ERP_009,
                    "line " + current.line() + ": the header names no column; send the real content");
        }
        return names;
    }

    /** To the next record; false at the end mark, which must stand alone. */
    private boolean advance() {
        long before = current.line();
        try {
            if (!records.hasNext()) {
                throw unclosed(before);
            }
            records.next();
        } catch (RuntimeException e) {
            throw refused(e, Math.max(before, current.line()));
        }
        if (!current.holds(end.text())) {
            return true;
        }
        if (current.size() > 1 || !current.values()[0].equals(end.text())) {
            throw unclosed(current.line());
        }
        return false;
    }

    private static FileRefused unclosed(long line) {
        return new FileRefused(
                ProblemCode.ERP_002, "line " + line + ": a quote is opened and never closed; correct the export");
    }

    private static RuntimeException refused(RuntimeException failure, long line) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileRefused known) {
                return known;
            }
            if (cause instanceof CharacterCodingException) {
                return new FileRefused(
                        ProblemCode.ERP_002,
                        "after line " + line
                                + ": bytes that are no text in the feed's charset; export it as the mapping says, or state the charset");
            }
            if (cause instanceof CsvParseException && cause.getCause() == null) {
                return new FileRefused(
                        ProblemCode.ERP_002,
                        "record after line " + line + ": " + plain(cause.getMessage()) + "; correct the export");
            }
        }
        return failure;
    }

    private static String plain(@Nullable String parserMessage) {
        String message = String.valueOf(parserMessage);
        return message.startsWith("The maximum buffer size")
                ? "a field without end, probably a quote that is never closed"
                : message.replaceAll("\\s+", " ");
    }
}
