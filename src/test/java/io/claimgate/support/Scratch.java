package io.claimgate.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A folder in memory for the files of a database that promises nothing over a power cut: hundreds of small databases are made in a third of
 * the time. Named by the process, so that the next one takes away what a killed one has left.
 */
final class Scratch {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 4L << 30;
    private static final String NAME = "claimgate-test-";

    private Scratch() {}

    /** Empty where this machine has no memory to spare for it: then the usual place serves. */
    static Optional<Path> folder() throws IOException {
        if (!Files.isWritable(MEMORY)) {
            return Optional.empty();
        }
        List<Path> left;
        try (Stream<Path> all = Files.list(MEMORY)) {
            left = all.filter(Scratch::ofNobody).toList();
        }
        for (Path folder : left) {
            takeAway(folder);
        }
        if (Files.getFileStore(MEMORY).getUsableSpace() < ENOUGH) {
            return Optional.empty();
        }
        return Optional.of(
                Files.createTempDirectory(MEMORY, NAME + ProcessHandle.current().pid() + "-"));
    }

    /** Under a name of its own first: another process that starts now sees the same folder. */
    private static void takeAway(Path folder) throws IOException {
        Path taken = MEMORY.resolve(NAME + ProcessHandle.current().pid() + "-left-" + folder.getFileName());
        try {
            Files.move(folder, taken);
        } catch (NoSuchFileException quicker) {
            return;
        }
        FileSystemUtils.deleteRecursively(taken);
    }

    private static boolean ofNobody(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.startsWith(NAME)) {
            return false;
        }
        long process = Long.parseLong(name.substring(NAME.length(), name.indexOf('-', NAME.length())));
        return ProcessHandle.of(process).isEmpty();
    }
}
