package io.claimgate.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents as people send them, and some that only look so. */
public final class Papers {

    private Papers() {}

    /** A page with a line of text. */
    public static byte[] pdf(String line) {
        return latin(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
                        + "4 0 obj<</Length " + (line.length() + 34) + ">>stream\nBT /F 12 Tf 72 720 Td (" + line
                        + ") Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
                        + "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n");
    }

    public static byte[] encryptedPdf() {
        return latin(
                new String(pdf("secret"), StandardCharsets.ISO_8859_1).replace("/Size 6", "/Size 7/Encrypt 6 0 R"));
    }

    public static byte[] png() {
        return HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                        + "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");
    }

    public static byte[] jpeg() {
        return HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
    }

    public static byte[] tiff() {
        return HexFormat.of().parseHex("49492a0008000000000000000000");
    }

    /** The beginning of a program for Windows. */
    public static byte[] program() {
        return HexFormat.of()
                .parseHex(
                        "4d5a90000300000004000000ffff0000b800000000000000400000000000000000000000000000000000000000000000"
                                + "000000000000000000000000800000000e1fba0e00b409cd21b8014ccd21546869732070726f6772616d");
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    public static byte[] xlsx() {
        return zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml");
    }

    /** An archive with these entries, each with a line in it; the first one as it is, as OpenDocument wants its mimetype. */
    public static byte[] zip(String... names) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : names) {
            entries.put(name, text("<x/>"));
        }
        return zip(entries);
    }

    public static byte[] odt() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", text("application/vnd.oasis.opendocument.text"));
        entries.put("content.xml", text("<x/>"));
        return zip(entries);
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                if (entry.getKey().equals("mimetype")) {
                    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                    crc.update(entry.getValue());
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.getValue().length);
                    header.setCrc(crc.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
