package io.claimgate.files;

import io.claimgate.flow.intake.ContentCheck;
import io.claimgate.flow.intake.DocumentRefused;
import io.claimgate.flow.intake.DocumentSettings;
import io.claimgate.problem.ProblemCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Asks Apache Tika for the type that the first bytes show; the name is not told to it. What is not in the list is refused. */
public final class TikaContentCheck implements ContentCheck {

    private static final String AGAIN =
            "; send it as pdf, png, jpeg, tiff, xml, plain text, csv, eml, docx, xlsx or odt";

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final long largest;

    public TikaContentCheck(DocumentSettings settings) {
        this.largest = settings.largest().toBytes();
    }

    @Override
    public void checkSize(long size, String name) {
        if (size == 0) {
            throw refused(ProblemCode.DOS_003, "has no bytes; send the real document", name);
        }
        if (size > largest) {
            throw refused(
                    ProblemCode.DOS_004,
                    "has " + size + " bytes, at most " + largest
                            + " are taken (claimgate.documents.largest); send a smaller one",
                    name);
        }
    }

    @Override
    public String mediaType(Path bytes, String name) throws IOException {
        checkSize(Files.size(bytes), name);
        String ending = ending(name);
        DocumentContent content = content(bytes, name, ending);
        if (!content.mayEndIn(ending)) {
            throw refused(
                    ProblemCode.DOS_006,
                    "the name ends in ." + ending + ", the content is " + content.mediaType()
                            + "; correct the ending, or send the right file",
                    name);
        }
        return content.mediaType();
    }

    private DocumentContent content(Path bytes, String name, String ending) throws IOException {
        String type = detect(bytes);
        if (OfficeArchive.mayBe(type)) {
            return OfficeArchive.look(bytes, type, name);
        }
        DocumentContent content = DocumentContent.of(type)
                .orElseThrow(() -> refused(
                        ProblemCode.DOS_005,
                        type.endsWith("x-tika-msoffice")
                                ? "is an old or an encrypted Office file; save it anew and without a password"
                                : "the content is " + type + ", which is never taken" + AGAIN,
                        name));
        if (content == DocumentContent.PDF && EncryptedPdf.looksSo(bytes)) {
            throw refused(ProblemCode.DOS_007, "the PDF is encrypted; send it without a password", name);
        }
        return text(content, ending);
    }

    /** All three are text: what kind of text, only the name knows. */
    private static DocumentContent text(DocumentContent content, String ending) {
        if (content != DocumentContent.TEXT && content != DocumentContent.EML) {
            return content;
        }
        return switch (ending) {
            case "csv" -> DocumentContent.CSV;
            case "eml" -> DocumentContent.EML;
            case "txt" -> DocumentContent.TEXT;
            default -> content;
        };
    }

    private String detect(Path bytes) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(bytes), types.getMinLength() + 1)) {
            return types.detect(in, new Metadata()).toString();
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static DocumentRefused refused(ProblemCode code, String why, String name) {
        return new DocumentRefused(code, "file", why, name);
    }
}
