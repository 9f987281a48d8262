package io.claimgate.flow.intake;

import io.claimgate.feed.CsvFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The records of a file, one after the other, in constant memory. Its methods throw {@link FileRefused} where the file cannot be read. */
public interface Records extends Closeable {

    /** Opens files of one format. */
    @FunctionalInterface
    interface Format {
        /** Reads the header. The result owns {@code bytes} and closes it. */
        Records open(InputStream bytes, CsvFormat format) throws IOException;
    }

    /** Names of the columns, from the first record. */
    List<String> header();

    /** Goes to the next record; false at the end. */
    boolean next();

    /** The line on which the record begins, from 1. */
    long line();

    /** How many fields it has. */
    int size();

    /** Its fields, as many as the header has; the array is used again for the next record. */
    String[] values();
}
