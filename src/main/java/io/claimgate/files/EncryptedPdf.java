package io.claimgate.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** Whether a PDF names an encryption dictionary in a trailer; trailers stand at the end and, for the web, at the beginning. */
final class EncryptedPdf {

    private static final int WINDOW = 64 * 1024;
    private static final Pattern ENCRYPT = Pattern.compile("/Encrypt\\s*(\\d+\\s+\\d+\\s+R|<<)");

    private EncryptedPdf() {}

    static boolean looksSo(Path pdf) throws IOException {
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ)) {
            long size = file.size();
            return names(file, 0) || (size > WINDOW && names(file, size - WINDOW));
        }
    }

    private static boolean names(FileChannel file, long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate((int) Math.min(WINDOW, file.size() - from));
        while (window.hasRemaining() && file.read(window, from + window.position()) >= 0) {
            // The next portion.
        }
        return ENCRYPT.matcher(new String(window.array(), 0, window.position(), StandardCharsets.ISO_8859_1))
                .find();
    }
}
