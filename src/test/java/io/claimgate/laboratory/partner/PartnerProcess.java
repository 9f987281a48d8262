package io.claimgate.laboratory.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A stub as a process of its own: started, killed and started again on the same folder. */
public final class PartnerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);

    private final Class<?> main;
    private final Path folder;
    private final Map<String, String> settings;
    private Process process;

    private PartnerProcess(Class<?> main, Path folder, Map<String, String> settings) {
        this.main = main;
        this.folder = folder;
        this.settings = settings;
        this.process = launch();
    }

    /** @param settings as {@code --key=value} */
    public static PartnerProcess start(Class<?> main, Path folder, Map<String, String> settings) {
        return new PartnerProcess(main, folder, settings);
    }

    public Path folder() {
        return folder;
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void restart() {
        kill();
        process = launch();
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--folder=" + folder));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        Path ready = folder.resolve("port");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(ready);
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output.txt").toFile()))
                    .start();
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(20))
                    .failFast(main.getSimpleName() + " ended at its start, see " + folder, () -> !started.isAlive())
                    .until(() -> Files.exists(ready));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
