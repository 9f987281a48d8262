package io.claimgate.support;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Programs that tests need beyond Java. They come from Debian's packages where this user may install them; elsewhere the test is skipped and
 * says why, but with {@code CI=true} it fails: the gate skips nothing.
 */
public final class DebianPackages {

    private static final Path APT = Path.of("/usr/bin/apt-get");

    private DebianPackages() {}

    /** Where the program is, after installing its package if it was missing. */
    public static Path program(String path, String packageName) {
        Path program = Path.of(path);
        if (!Files.isExecutable(program)) {
            install(packageName);
        }
        if (!Files.isExecutable(program)) {
            missing(path + " is not there and package " + packageName + " could not be installed; install it by hand");
        }
        return program;
    }

    /**
     * Programs that were only unpacked: nothing of this machine is changed.
     *
     * @param libraries for {@code LD_LIBRARY_PATH}
     */
    public record Unpacked(Path root, String libraries) {}

    /** Unpacks packages into a folder that every user may read; they are downloaded once per checkout. */
    public static synchronized Unpacked unpacked(String... packageNames) {
        try {
            Path downloads = Files.createDirectories(Path.of("target", "debian").toAbsolutePath());
            Path root = Files.createTempDirectory("debian-packages");
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (String name : packageNames) {
                run(downloads, "dpkg-deb", "-x", downloaded(downloads, name).toString(), root.toString());
            }
            try (Stream<Path> all = Files.walk(root)) {
                return new Unpacked(
                        root,
                        all.filter(file -> file.getFileName().toString().contains(".so."))
                                .map(file -> file.getParent().toString())
                                .distinct()
                                .collect(Collectors.joining(":")));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path downloaded(Path downloads, String packageName) throws IOException {
        Optional<Path> found = file(downloads, packageName);
        if (found.isEmpty()) {
            run(downloads, APT.toString(), "download", "-qq", packageName);
            found = file(downloads, packageName);
        }
        if (found.isEmpty() && "root".equals(System.getProperty("user.name"))) {
            run(downloads, APT.toString(), "update", "-qq");
            run(downloads, APT.toString(), "download", "-qq", packageName);
            found = file(downloads, packageName);
        }
        if (found.isEmpty()) {
            missing("package " + packageName + " cannot be downloaded by apt-get");
        }
        return found.orElseThrow();
    }

    private static Optional<Path> file(Path downloads, String packageName) throws IOException {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.filter(file -> file.getFileName().toString().startsWith(packageName + "_"))
                    .findFirst();
        }
    }

    private static synchronized void install(String packageName) {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && Files.isExecutable(APT)) {
            run(APT.toString(), "update", "-qq");
            run(APT.toString(), "install", "-y", "-qq", "--no-install-recommends", packageName);
        }
    }

    private static void run(String... command) {
        run(Path.of("").toAbsolutePath(), command);
    }

    private static void run(Path folder, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (IOException failure) {
            missing(List.of(command) + ": " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void missing(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        abort(reason);
    }
}
