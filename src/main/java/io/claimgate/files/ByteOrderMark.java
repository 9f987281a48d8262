package io.claimgate.files;

import io.claimgate.feed.CsvFormat;
import io.claimgate.flow.intake.FileRefused;
import io.claimgate.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The byte order mark says the charset where the mapping does not; one that contradicts the mapping refuses the file. */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16_BIG(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, 0xFF, 0xFE);

    private static final int LONGEST = 3;

    private final Charset charset;
    private final int[] bytes;

    ByteOrderMark(Charset charset, int... bytes) {
        this.charset = charset;
        this.bytes = bytes;
    }

    /** Text of the bytes without the mark; a byte that is no text in the charset is an error, not a question mark. */
    static Reader reader(InputStream in, CsvFormat format) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, LONGEST);
        byte[] begin = bytes.readNBytes(LONGEST);
        ByteOrderMark mark = of(begin);
        int skipped = mark == null ? 0 : mark.bytes.length;
        bytes.unread(begin, skipped, begin.length - skipped);
        Charset charset = mark == null ? format.charset() : mark.agreed(format);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static @Nullable ByteOrderMark of(byte[] begin) {
        for (ByteOrderMark mark : values()) {
            boolean found = begin.length >= mark.bytes.length;
            for (int i = 0; found && i < mark.bytes.length; i++) {
                found = (begin[i] & 0xFF) == mark.bytes[i];
            }
            if (found) {
                return mark;
            }
        }
        return null;
    }

    private Charset agreed(CsvFormat format) {
        Charset stated = format.statedCharset();
        if (stated == null || charset.equals(stated) || (this != UTF_8 && stated.equals(StandardCharsets.UTF_16))) {
            return charset;
        }
        throw new FileRefused(
                ProblemCode.ERP_002,
                "line 1: the file begins with the mark of " + charset + ", the mapping says " + stated
                        + "; correct the export or the mapping");
    }
}
