package io.claimgate.files;

import io.claimgate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents that are archives inside. What is in them is known by the archive's own list: nothing is ever unpacked. */
final class OfficeArchive {

    private static final Set<String> ARCHIVES =
            Set.of("application/zip", "application/x-tika-ooxml", DocumentContent.ODT.mediaType());
    private static final String OFFICE_OPEN_XML = "application/vnd.openxmlformats-officedocument";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String MACROS = "vbaProject.bin";

    private OfficeArchive() {}

    /** Whether bytes of this type may be such a document. */
    static boolean mayBe(String type) {
        return ARCHIVES.contains(type) || type.startsWith(OFFICE_OPEN_XML);
    }

    /** Which document it is; throws DocumentRefused for any other archive. */
    static DocumentContent look(Path bytes, String type, String name) throws IOException {
        ZipDirectory directory = ZipDirectory.read(bytes)
                .orElseThrow(() -> TikaContentCheck.refused(
                        ProblemCode.DOS_005,
                        "the archive is damaged, or holds more than a document does; send the document again",
                        name));
        if (directory.encrypted()) {
            throw TikaContentCheck.refused(
                    ProblemCode.DOS_007, "the archive is encrypted; send it without a password", name);
        }
        Set<String> entries = directory.names().stream().collect(Collectors.toSet());
        if (entries.stream().anyMatch(entry -> entry.endsWith(MACROS))) {
            throw TikaContentCheck.refused(
                    ProblemCode.DOS_005, "the document holds macros; save it without them", name);
        }
        if (type.equals(DocumentContent.ODT.mediaType()) && entries.contains("content.xml")) {
            return DocumentContent.ODT;
        }
        if (entries.contains(CONTENT_TYPES) && entries.contains("word/document.xml")) {
            return DocumentContent.DOCX;
        }
        if (entries.contains(CONTENT_TYPES) && entries.contains("xl/workbook.xml")) {
            return DocumentContent.XLSX;
        }
        throw TikaContentCheck.refused(
                ProblemCode.DOS_005, "is an archive; send each of its documents by itself", name);
    }
}
