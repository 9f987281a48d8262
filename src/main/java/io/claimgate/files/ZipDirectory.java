package io.claimgate.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of names at the end of a ZIP file (APPNOTE 4.3.12 and 4.3.16), read within bounds, whatever the file claims.
 *
 * @param encrypted whether any entry is
 */
record ZipDirectory(List<String> names, boolean encrypted) {

    private static final int MOST_ENTRIES = 10_000;
    private static final int LARGEST = 4 << 20;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_SIZE = 46;

    /** Empty for a file whose list is not exactly one of an ordinary archive of bounded size. */
    static Optional<ZipDirectory> read(Path zip) throws IOException {
        try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ)) {
            long size = file.size();
            int tail = (int) Math.min(size, END_SIZE + LONGEST_COMMENT);
            ByteBuffer last = bytes(file, size - tail, tail);
            int end = end(last);
            if (end < 0) {
                return Optional.empty();
            }
            int entries = last.getShort(end + 10) & 0xFFFF;
            long length = last.getInt(end + 12) & 0xFFFFFFFFL;
            long from = last.getInt(end + 16) & 0xFFFFFFFFL;
            boolean bounded = entries <= MOST_ENTRIES && length <= LARGEST && from + length == size - tail + end;
            return bounded ? entries(bytes(file, from, (int) length), entries) : Optional.empty();
        }
    }

    /** Where the end record begins: its comment must reach exactly to the end of the file. */
    private static int end(ByteBuffer last) {
        for (int at = last.limit() - END_SIZE; at >= 0; at--) {
            if (last.getInt(at) == END_SIGNATURE && at + END_SIZE + (last.getShort(at + 20) & 0xFFFF) == last.limit()) {
                return at;
            }
        }
        return -1;
    }

    private static Optional<ZipDirectory> entries(ByteBuffer list, int count) {
        List<String> names = new ArrayList<>();
        boolean encrypted = false;
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_SIZE > list.limit() || list.getInt(at) != ENTRY_SIGNATURE) {
                return Optional.empty();
            }
            int name = list.getShort(at + 28) & 0xFFFF;
            int next = at + ENTRY_SIZE + name + (list.getShort(at + 30) & 0xFFFF) + (list.getShort(at + 32) & 0xFFFF);
            if (next > list.limit()) {
                return Optional.empty();
            }
            encrypted |= (list.getShort(at + 8) & 1) != 0;
            names.add(new String(list.array(), at + ENTRY_SIZE, name, StandardCharsets.UTF_8));
            at = next;
        }
        return Optional.of(new ZipDirectory(List.copyOf(names), encrypted));
    }

    private static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // The next portion.
        }
        return bytes.flip();
    }
}
