package io.claimgate.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What deploy/secrets/make.sh makes in a folder. */
record MadeSecrets(Path folder) {

    static MadeSecrets in(Path folder) {
        ProcessBuilder script = new ProcessBuilder("/bin/sh", "deploy/secrets/make.sh", folder.toString());
        script.environment()
                .put(
                        "KEYTOOL",
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString());
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        try {
            int end = script.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (end != 0) {
                throw new AssertionError("make.sh ended with " + end + ": " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new MadeSecrets(folder);
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
