package io.claimgate.insurer;

import io.claimgate.exchange.PartnerFailure;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that go beside a SOAP message as an MTOM attachment, read from their file while they are sent.
 *
 * @param file where they lie
 * @param id of the attachment, unique within the message
 */
record Enclosure(Path file, String mediaType, String id) {

    /** What stands in a message where the bytes go, until it is sent: {@code content} in base64. */
    static final String MARK = "Y29udGVudA==";

    private static final String INCLUDE =
            "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:%s\"/>";

    /** The message with the reference to the bytes in place of the mark, which stands in exactly one element. */
    byte[] into(byte[] marked) {
        String message = new String(marked, StandardCharsets.UTF_8);
        String place = ">" + MARK + "</";
        int at = message.indexOf(place);
        if (at < 0 || message.indexOf(place, at + 1) >= 0) {
            throw new PartnerFailure.Permanent(
                    "documents.xsl must copy \"content\" into exactly one element, and nothing else into it", null);
        }
        return message.replace(place, ">" + INCLUDE.formatted(id) + "</").getBytes(StandardCharsets.UTF_8);
    }

    DataSource source() {
        return new FileSource(this);
    }

    private record FileSource(Enclosure enclosure) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(enclosure.file());
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("what is in the vault never changes");
        }

        @Override
        public String getContentType() {
            return enclosure.mediaType();
        }

        @Override
        public String getName() {
            return enclosure.id();
        }
    }
}
