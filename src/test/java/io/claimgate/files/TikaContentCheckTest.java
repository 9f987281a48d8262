package io.claimgate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claimgate.flow.intake.DocumentRefused;
import io.claimgate.flow.intake.DocumentSettings;
import io.claimgate.problem.ProblemCode;
import io.claimgate.support.Papers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** What is taken as evidence is known by its bytes. */
class TikaContentCheckTest {

    private static final DataSize LARGEST = DataSize.ofKilobytes(200);
    private static final String LETTER =
            "From: anna@example.org\nTo: berta@example.org\nSubject: F-1\nDate: Mon, 1 Jun 2026 08:00:00 +0200\n"
                    + "Message-ID: <1@example.org>\nMIME-Version: 1.0\n\nPlease pay.\n";

    @TempDir
    Path folder;

    private final TikaContentCheck check = new TikaContentCheck(new DocumentSettings(LARGEST));

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("a.pdf", Papers.pdf("F-1"), "application/pdf"),
                Arguments.of("a.PDF", Papers.pdf("F-1"), "application/pdf"),
                Arguments.of("without-ending", Papers.pdf("F-1"), "application/pdf"),
                Arguments.of("a.png", Papers.png(), "image/png"),
                Arguments.of("a.jpg", Papers.jpeg(), "image/jpeg"),
                Arguments.of("a.jpeg", Papers.jpeg(), "image/jpeg"),
                Arguments.of("a.tif", Papers.tiff(), "image/tiff"),
                Arguments.of(
                        "a.xml", Papers.text("<?xml version=\"1.0\"?><Invoice xmlns=\"urn:x\"/>"), "application/xml"),
                Arguments.of("a.txt", Papers.text("Sehr geehrte Damen und Herren, bitte zahlen Sie.\n"), "text/plain"),
                Arguments.of("a.csv", Papers.text("a;b\n1;2\n"), "text/csv"),
                Arguments.of("a.eml", Papers.text(LETTER), "message/rfc822"),
                Arguments.of("a.txt", Papers.text(LETTER), "text/plain"),
                Arguments.of(
                        "a.docx",
                        Papers.docx(),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                Arguments.of(
                        "a.docx",
                        Papers.zip("word/document.xml", "[Content_Types].xml"),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                Arguments.of(
                        "a.xlsx", Papers.xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                Arguments.of("a.odt", Papers.odt(), "application/vnd.oasis.opendocument.text"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void what_is_accepted_is_known_by_its_content(String name, byte[] bytes, String mediaType) throws IOException {
        assertThat(check.mediaType(file(bytes), name)).isEqualTo(mediaType);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("empty.pdf", new byte[0], ProblemCode.DOS_003),
                Arguments.of(
                        "large.txt",
                        "a".repeat((int) LARGEST.toBytes() + 1).getBytes(StandardCharsets.US_ASCII),
                        ProblemCode.DOS_004),
                Arguments.of("program.pdf", Papers.program(), ProblemCode.DOS_005),
                Arguments.of("program.exe", Papers.program(), ProblemCode.DOS_005),
                Arguments.of("script.txt", Papers.text("#!/bin/sh\nrm -rf /\n"), ProblemCode.DOS_005),
                Arguments.of("page.xml", Papers.text("<html><body>x</body></html>"), ProblemCode.DOS_005),
                Arguments.of(
                        "drawing.xml",
                        Papers.text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
                        ProblemCode.DOS_005),
                Arguments.of("bytes.pdf", new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, ProblemCode.DOS_005),
                Arguments.of(
                        "old.docx",
                        new byte[] {
                            (byte) 0xD0,
                            (byte) 0xCF,
                            0x11,
                            (byte) 0xE0,
                            (byte) 0xA1,
                            (byte) 0xB1,
                            0x1A,
                            (byte) 0xE1,
                            0,
                            0
                        },
                        ProblemCode.DOS_005),
                Arguments.of("archive.docx", Papers.zip("a.txt", "../../etc/passwd"), ProblemCode.DOS_005),
                Arguments.of(
                        "macros.docx",
                        Papers.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        ProblemCode.DOS_005),
                Arguments.of("cut.docx", java.util.Arrays.copyOf(Papers.docx(), 100), ProblemCode.DOS_005),
                Arguments.of("endless.docx", endless(), ProblemCode.DOS_005),
                Arguments.of("bomb.xlsx", concat(Papers.xlsx(), new byte[] {0}), ProblemCode.DOS_005),
                Arguments.of("scan.png", Papers.pdf("F-1"), ProblemCode.DOS_006),
                Arguments.of("invoice.pdf", Papers.png(), ProblemCode.DOS_006),
                Arguments.of("invoice.pdf.exe", Papers.pdf("F-1"), ProblemCode.DOS_006),
                Arguments.of("run.bat", Papers.text("del *.*\n"), ProblemCode.DOS_006),
                Arguments.of("table.docx", Papers.xlsx(), ProblemCode.DOS_006),
                Arguments.of("invoice.xml", Papers.text("just words\n"), ProblemCode.DOS_006),
                Arguments.of("undeclared.xml", Papers.text("<Invoice><a/></Invoice>"), ProblemCode.DOS_006),
                Arguments.of("secret.pdf", Papers.encryptedPdf(), ProblemCode.DOS_007),
                Arguments.of("secret.docx", encrypted(Papers.docx()), ProblemCode.DOS_007));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_not_is_refused_with_its_code_and_the_mend(String name, byte[] bytes, ProblemCode code)
            throws IOException {
        // Given
        Path file = file(bytes);

        // When
        DocumentRefused refusal = catchThrowableOfType(DocumentRefused.class, () -> check.mediaType(file, name));

        // Then
        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        assertThat(refusal.sentence()).startsWith("file \"" + name + "\": ").contains(";");
    }

    @Test
    void nothing_outside_is_opened_however_the_xml_asks() throws IOException {
        try (ServerSocket lure = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            lure.setSoTimeout(300);
            String there = "http://127.0.0.1:" + lure.getLocalPort() + "/";
            Path file = file(Papers.text("<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"" + there
                    + "x.dtd\" [<!ENTITY % p SYSTEM \"" + there + "p\">%p;<!ENTITY e SYSTEM \"" + there
                    + "e\">]><r xmlns:xi=\"http://www.w3.org/2001/XInclude\" a=\"1\">&e;<xi:include href=\"" + there
                    + "i\"/></r>"));

            // When
            String type = check.mediaType(file, "a.xml");

            // Then
            assertThat(type).isEqualTo("application/xml");
            assertThat(catchThrowableOfType(SocketTimeoutException.class, lure::accept))
                    .isNotNull();
        }
    }

    /** Seeded: any cut or bent file ends in a type or a refusal, never in anything else. */
    @Test
    void bent_files_are_answered_too() throws IOException {
        Random chance = new Random(20260601);
        byte[][] seeds = {
            Papers.docx(), Papers.odt(), Papers.pdf("F-1"), Papers.png(), Papers.text(LETTER), Papers.encryptedPdf()
        };
        int answered = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = seeds[i % seeds.length].clone();
            for (int bend = chance.nextInt(8); bend >= 0; bend--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
            }
            Path file = file(java.util.Arrays.copyOf(bytes, 1 + chance.nextInt(bytes.length)));
            try {
                assertThat(check.mediaType(file, "x")).isNotEmpty();
            } catch (DocumentRefused expected) {
                assertThat(expected.code().code()).startsWith("DOS-");
            }
            answered++;
        }
        assertThat(answered).isEqualTo(2000);
    }

    /** Claims 65,534 entries in a list that has one. */
    private static byte[] endless() {
        byte[] zip = Papers.docx();
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putShort(zip.length - 12, (short) 0xFFFE);
        return zip;
    }

    /** Sets the flag of encryption of the first entry of the list. */
    private static byte[] encrypted(byte[] zip) {
        int list = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
        zip[list + 8] |= 1;
        return zip;
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("bytes"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
