package io.claimgate.paper;

import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** The font of our papers: Liberation Sans as PDFBox brings it, with the letters of Latin, Greek and Cyrillic. */
final class PaperFont {

    static final String FAMILY = "Liberation Sans";

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int TABLES_AT = 4;
    private static final int DIRECTORY_AT = 12;
    private static final int DIRECTORY_ENTRY = 16;
    private static final int GSUB = tag("GSUB");
    private static final int UNKNOWN = tag("none");

    private static final byte[] BYTES = withoutSubstitutions(resource());
    private static final TrueTypeFont FONT = read();
    private static final CmapLookup GLYPHS = glyphs();

    private PaperFont() {}

    static InputStream open() {
        return new ByteArrayInputStream(BYTES);
    }

    /**
     * The text as it can be printed. What the font has no sign for, and what is written from right to left, stands as its code point:
     * {@code [U+4E2D]}; it is never dropped or guessed. A letter and its accent become the one letter that they are.
     */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (Character.isWhitespace(point)) {
                printable.append(' ');
            } else if (shows(point)) {
                printable.appendCodePoint(point);
            } else {
                printable.append("[U+%04X]".formatted(point));
            }
        });
        return printable.toString();
    }

    private static boolean shows(int point) {
        byte direction = Character.getDirectionality(point);
        boolean leftwards = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        return !leftwards && !Character.isISOControl(point) && GLYPHS.getGlyphId(point) != 0;
    }

    /** Once per process: PDFBox and the renderer are told what they would find out slowly, or say loudly. */
    static void prepare() {
        FontMappers.set(new OneFont(FONT));
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private static TrueTypeFont read() {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(BYTES));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static byte[] resource() {
        try (InputStream font =
                Objects.requireNonNull(PDDocument.class.getResourceAsStream(RESOURCE), "PDFBox brings the font")) {
            return font.readAllBytes();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("the font of PDFBox cannot be read", e);
    }

    /**
     * The font with its table of substitutions (ligatures and the like) under a name that nobody looks for: to apply them takes almost as
     * long as all the rest of a paper, and a text without them is found and copied as it was written. The directory of tables is as OpenType
     * has it: 12 bytes, then 16 for each, its tag first.
     */
    private static byte[] withoutSubstitutions(byte[] font) {
        ByteBuffer bytes = ByteBuffer.wrap(font);
        int tables = bytes.getShort(TABLES_AT);
        for (int i = 0; i < tables; i++) {
            int at = DIRECTORY_AT + i * DIRECTORY_ENTRY;
            if (bytes.getInt(at) == GSUB) {
                bytes.putInt(at, UNKNOWN);
            }
        }
        return font;
    }

    private static int tag(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    private static CmapLookup glyphs() {
        try {
            return FONT.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of PDFBox has no table of its letters", e);
        }
    }
}
