package io.claimgate.files;

import java.io.IOException;
import java.io.Reader;

/** One reader after the other. */
final class Joined extends Reader {

    private final Reader first;
    private final Reader second;
    private boolean firstEnded;

    Joined(Reader first, Reader second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (!firstEnded) {
            int read = first.read(buffer, offset, length);
            if (read >= 0) {
                return read;
            }
            firstEnded = true;
        }
        return second.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
    }
}
