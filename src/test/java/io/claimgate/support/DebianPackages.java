package io.claimgate.support;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

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

    private static synchronized void install(String packageName) {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && Files.isExecutable(APT)) {
            run(APT.toString(), "update", "-qq");
            run(APT.toString(), "install", "-y", "-qq", "--no-install-recommends", packageName);
        }
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
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
