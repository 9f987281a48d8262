package io.claimgate.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a feed writes its rows.
 *
 * @param statedCharset the mapping's charset; null where it says nothing: then a byte order mark decides, else UTF-8. Nothing is guessed
 * @param grouping the thousands separator; null for none
 * @param date pattern of {@link java.time.format.DateTimeFormatter}
 */
public record CsvFormat(
        @Nullable Charset statedCharset,
        char delimiter,
        char quote,
        char decimal,
        @Nullable Character grouping,
        String date) {

    public static final CsvFormat DEFAULT = new CsvFormat(null, ',', '"', '.', null, "yyyy-MM-dd");

    public CsvFormat {
        if (delimiter == quote) {
            throw new IllegalArgumentException("delimiter and quote are both '" + quote + "'");
        }
        if (grouping != null && grouping == decimal) {
            throw new IllegalArgumentException("decimal and grouping are both '" + decimal + "'");
        }
    }

    /** The charset where no byte order mark says another. */
    public Charset charset() {
        return statedCharset == null ? StandardCharsets.UTF_8 : statedCharset;
    }
}
