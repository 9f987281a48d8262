package io.claimgate.support;

import io.claimgate.deploy.ImageFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** What {@code mvn package} has made: the jar that the README starts, and the same as the image has it, which starts in half the time. */
public final class PackagedJar {

    /** The first Java that keeps its classes without further ado (JEP 514). */
    public static final int KEEPS_CLASSES = 25;

    private static final Path WHOLE = Path.of("target/claimgate.jar").toAbsolutePath();
    private static final Path FOLDER = WHOLE.resolveSibling("image");
    private static final Path APPLICATION = FOLDER.resolve("application");
    private static final Path CLASSES = APPLICATION.resolve("claimgate.aot");

    private PackagedJar() {}

    /** The words before the settings of a start of the whole jar on the JDK of the tests. */
    public static List<String> whole(String... flags) {
        return start(Jdk.own(), WHOLE, List.of(flags));
    }

    /**
     * The words before the settings of a start as the image has it: what the Dockerfile does with the jar is done with the jar, by the first
     * who asks, whichever process it is in. On a JDK 25 or newer where this machine has one, else on that of the tests without the kept classes.
     */
    public static List<String> asImage(String... flags) {
        Path jar = laidOut();
        List<String> all = new ArrayList<>(List.of(flags));
        if (Files.exists(CLASSES)) {
            all.add("-XX:AOTCache=" + CLASSES);
        }
        return start(jdk(), jar, all);
    }

    /** The folder of the image that the gateway is started in. */
    public static Path application() {
        return laidOut().getParent();
    }

    /** The JDK that {@link #asImage} starts it on. */
    public static Jdk jdk() {
        Jdk newest = Jdk.newest();
        return newest.feature() >= KEEPS_CLASSES ? newest : Jdk.own();
    }

    private static List<String> start(Jdk jdk, Path jar, List<String> flags) {
        List<String> words = new ArrayList<>();
        words.add(jdk.java());
        words.addAll(flags);
        words.add("-jar");
        words.add(jar.toString());
        return words;
    }

    private static Path laidOut() {
        try (FileChannel channel = FileChannel.open(
                        WHOLE.resolveSibling("image.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            Path of = FOLDER.resolve("of");
            String now = Files.size(WHOLE) + " " + Files.getLastModifiedTime(WHOLE) + " " + jdk();
            if (!Files.exists(of) || !Files.readString(of).equals(now)) {
                FileSystemUtils.deleteRecursively(FOLDER);
                layOut(ImageFile.read(Path.of("Dockerfile")));
                Files.writeString(of, now);
            }
            return APPLICATION.resolve(WHOLE.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void layOut(ImageFile image) throws IOException {
        List<List<String>> commands = image.commands();
        Path layers = Files.createDirectories(FOLDER.resolve("layers"));
        Files.createDirectory(APPLICATION);
        Files.copy(WHOLE, layers.resolve(WHOLE.getFileName()));
        run(layers, commands.get(0));
        for (String layer : image.layers()) {
            FileSystemUtils.copyRecursively(layers.resolve("extracted").resolve(layer), APPLICATION);
        }
        if (jdk().feature() >= KEEPS_CLASSES) {
            run(APPLICATION, commands.get(1));
        }
    }

    /** Runs a command of the Dockerfile, its {@code /tmp} being a folder of its own. */
    private static void run(Path folder, List<String> command) throws IOException {
        Path tmp = Files.createDirectories(FOLDER.resolve("tmp"));
        List<String> here = new ArrayList<>(command);
        here.set(0, jdk().java());
        here.replaceAll(word -> word.replace("=/tmp/", "=" + tmp + "/"));
        Path told = FOLDER.resolve("told");
        Process process = new ProcessBuilder(here)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", here) + " failed: " + Files.readString(told));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        FileSystemUtils.deleteRecursively(tmp);
    }
}
