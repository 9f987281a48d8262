package io.claimgate.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/** What {@code mvn package} has made: the jar that the README starts, and the same laid out as the image has it, which starts in two thirds of the time. */
public final class PackagedJar {

    public static final Path WHOLE = Path.of("target/claimgate.jar").toAbsolutePath();

    private static final Path FOLDER = WHOLE.resolveSibling("extracted");

    private PackagedJar() {}

    /** The jar beside its libraries; laid out by the first who asks, whichever process it is in. */
    public static Path laidOut() {
        try (FileChannel channel = FileChannel.open(
                        WHOLE.resolveSibling("extracted.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            Path jar = FOLDER.resolve(WHOLE.getFileName());
            Path of = FOLDER.resolve("of");
            String now = Files.size(WHOLE) + " " + Files.getLastModifiedTime(WHOLE);
            if (!Files.exists(of) || !Files.readString(of).equals(now)) {
                FileSystemUtils.deleteRecursively(FOLDER);
                extract();
                Files.writeString(of, now);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        WHOLE.toString(),
                        "extract",
                        "--destination",
                        FOLDER.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the jar could not be laid out: " + told);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
