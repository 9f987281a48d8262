package io.claimgate.dossier;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of documents as an insurer sees them: made by us, of letters, digits, hyphen and underscore, never what came from outside. */
public final class DocumentNames {

    private static final int LONGEST_INVOICE = 60;
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("application/pdf", "pdf"),
            Map.entry("image/png", "png"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/tiff", "tif"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/csv", "csv"),
            Map.entry("application/xml", "xml"),
            Map.entry("text/xml", "xml"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.oasis.opendocument.text", "odt"));

    private DocumentNames() {}

    /**
     * {@code 003_INVOICE_F-1.pdf}.
     *
     * @param number tells apart two of one kind
     * @param invoiceNumber null where it is about none in particular
     */
    public static String of(int number, DocumentKind kind, @Nullable String invoiceNumber, String mediaType) {
        String invoice = invoiceNumber == null ? "" : "_" + shortened(invoiceNumber.replaceAll("[^A-Za-z0-9-]", "_"));
        return "%03d_%s%s.%s".formatted(number, kind, invoice, EXTENSIONS.getOrDefault(mediaType, "bin"));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_INVOICE ? text : text.substring(0, LONGEST_INVOICE);
    }
}
