package io.claimgate.files;

import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Which names are taken from a drop folder, and the names of what stands beside. */
final class FileNames {

    static final String MARKER = ".ready";
    static final String SIDE_FILE = ErpSource.SIDE_FILE;

    private static final List<String> UNFINISHED_BEGIN = List.of(".", "~");
    private static final List<String> UNFINISHED_END = List.of(".tmp", ".part", ".filepart", ".writing", MARKER);
    private static final int LONGEST = 200;

    private FileNames() {}

    /** Names that are still being written, and markers, are never taken. */
    static boolean taken(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return UNFINISHED_BEGIN.stream().noneMatch(lower::startsWith)
                && UNFINISHED_END.stream().noneMatch(lower::endsWith);
    }

    /** What the name of that ends in which is taken with a file of this kind, after the file's name. */
    static String companion(@Nullable String kind) {
        return FeedKind.DOCUMENTS.word().equals(kind) ? SIDE_FILE : MARKER;
    }

    /** {@code x.csv.ack.json}, from the second file of the name on {@code x.csv.ack.2.json}. */
    static String beside(String name, int ordinal, String what, String ending) {
        return fitting(name) + "." + what + "." + (ordinal == 1 ? "" : ordinal + ".") + ending;
    }

    /** The name, or where a file system would not take what we add to it, its beginning and a checksum. */
    static String fitting(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        int length = name.length();
        while (name.substring(0, length).getBytes(StandardCharsets.UTF_8).length > LONGEST - 10) {
            length--;
        }
        return name.substring(0, length) + "~" + Long.toHexString(checksum.getValue());
    }
}
