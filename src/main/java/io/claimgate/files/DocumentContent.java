package io.claimgate.files;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What is accepted as evidence, and what the names of such files end in. */
enum DocumentContent {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    TIFF("image/tiff", "tif", "tiff"),
    XML("application/xml", "xml"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    EML("message/rfc822", "eml"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt");

    private final String mediaType;
    private final Set<String> endings;

    DocumentContent(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = Set.of(endings);
    }

    static Optional<DocumentContent> of(String mediaType) {
        return Arrays.stream(values())
                .filter(content -> content.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a name may end so; one without an ending says nothing. */
    boolean mayEndIn(String ending) {
        return ending.isEmpty() || endings.contains(ending);
    }
}
