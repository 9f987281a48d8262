package io.claimgate.files;

import org.jspecify.annotations.Nullable;

/** Text for files that people open in a spreadsheet. */
final class Plain {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private Plain() {}

    /** What a spreadsheet would take for a formula gets an apostrophe before it; null becomes empty. */
    static String defused(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
