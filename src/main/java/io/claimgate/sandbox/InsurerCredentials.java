package io.claimgate.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** By what the simulated insurer proves who it is when it calls us: random, once for the home, in a file that only its owner reads. */
final class InsurerCredentials {

    static final String USERNAME = "claimgate.sandbox.insurer.username";
    static final String PASSWORD = "claimgate.sandbox.insurer.password";
    static final String NOTIFICATIONS = "claimgate.sandbox.insurer.notifications";

    private static final int RANDOM_BYTES = 24;

    private InsurerCredentials() {}

    /** As settings; they are made if the folder has none. */
    static Map<String, Object> of(Path folder) {
        Path file = folder.resolve("insurer-credentials");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            List<String> lines = Files.readAllLines(file);
            return Map.of(USERNAME, lines.get(0), PASSWORD, lines.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated insurer's credentials cannot be kept in " + file, e);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] secret = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(secret);
        String text =
                "sandbox-insurer\n" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(
                part,
                text.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
