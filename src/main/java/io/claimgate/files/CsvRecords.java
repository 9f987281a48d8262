package io.claimgate.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.claimgate.flow.intake.FileRefused;
import io.claimgate.problem.ProblemCode;
import java.util.Arrays;

/** The record that the parser stands on; one object for the whole file. Guards the sizes. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRecords> {

    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int LONGEST_RECORD = 1024 * 1024;
    private static final int MOST_FIELDS = 2000;

    private String[] values = new String[16];
    private int kept = MOST_FIELDS;
    private int count;
    private int size;
    private long line;
    private boolean longLast;

    /** From the header on only so many fields are kept; more are counted. */
    void expect(int fields) {
        kept = fields;
        values = Arrays.copyOf(values, fields);
    }

    long line() {
        return line;
    }

    int size() {
        return count;
    }

    String[] values() {
        return values;
    }

    /** Whether its last field ends with the text. */
    boolean holds(String text) {
        return longLast && count > 0 && count <= values.length && values[count - 1].endsWith(text);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        count = 0;
        size = 0;
        longLast = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        size += length;
        if (length > LONGEST_FIELD) {
            throw new FileRefused(
                    ProblemCode.ERP_010,
                    "line " + line + ", field " + (index + 1)
                            + ": longer than 64 KiB; correct the export (a quote that is never closed looks like this)");
        }
        if (size > LONGEST_RECORD || index >= MOST_FIELDS) {
            throw new FileRefused(
                    ProblemCode.ERP_010,
                    "line " + line + ": longer than 1 MiB, or more than " + MOST_FIELDS
                            + " columns; correct the export");
        }
        count = index + 1;
        longLast = length >= EndMark.LENGTH;
        if (index < kept) {
            if (index >= values.length) {
                values = Arrays.copyOf(values, values.length * 2);
            }
            values[index] = new String(buffer, offset, length);
        }
    }

    @Override
    protected CsvRecords buildRecord() {
        return this;
    }
}
