package io.claimgate.dossier;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document is called where the insurer sees it: our own words, never a name that came from outside. */
public final class EntryName {

    private static final Pattern HARMFUL = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int LONGEST_INVOICE = 60;
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/xml", "xml"),
            Map.entry("text/xml", "xml"),
            Map.entry("application/json", "json"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/html", "html"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/tiff", "tif"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.oasis.opendocument.text", "odt"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));

    private EntryName() {}

    /**
     * {@code <nnn>_<KIND>[_<invoice>].<ending>}.
     *
     * @param position in the sending, from 1; it keeps names apart
     * @param invoiceNumber null where it serves more than one
     * @param mediaType by its content
     */
    public static String of(int position, DocumentKind kind, @Nullable String invoiceNumber, String mediaType) {
        return "%03d_%s%s.%s".formatted(position, kind, invoice(invoiceNumber), ending(mediaType));
    }

    /** The text with a dash for everything that could mean something to a file system. */
    public static String harmless(String text) {
        return HARMFUL.matcher(text).replaceAll("-");
    }

    private static String invoice(@Nullable String number) {
        return number == null
                ? ""
                : "_" + harmless(number.length() <= LONGEST_INVOICE ? number : number.substring(0, LONGEST_INVOICE));
    }

    private static String ending(String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return ENDINGS.getOrDefault(bare, "bin");
    }
}
