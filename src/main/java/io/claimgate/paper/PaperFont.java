package io.claimgate.paper;

import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    private static final TrueTypeFont FONT = read();
    private static final CmapLookup GLYPHS = glyphs();

    private PaperFont() {}

    static InputStream open() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(RESOURCE), "PDFBox brings the font");
    }

    /**
     * The text as it can be printed. What the font has no sign for, and what is written from right to left, stands as its code point:
     * {@code [U+4E2D]}; it is never dropped or guessed.
     */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
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
        try (InputStream bytes = open()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("the font of PDFBox cannot be read", e);
        }
    }

    private static CmapLookup glyphs() {
        try {
            return FONT.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of PDFBox has no table of its letters", e);
        }
    }
}
