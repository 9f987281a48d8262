package io.claimgate.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of everything that must survive ({@code claimgate.home}, absolute), and where each thing lies in it.
 *
 * @param root the folder itself
 */
public record Home(Path root) {

    /** Where the ERP drops files. */
    public Path in(String source) {
        return erp(source, "in");
    }

    /** Files being read. */
    public Path work(String source) {
        return erp(source, "work");
    }

    /** Where the gateway answers each file. */
    public Path ack(String source) {
        return erp(source, "ack");
    }

    /** Postings and holds for the ERP. */
    public Path out(String source) {
        return erp(source, "out");
    }

    /** Every byte received or sent. */
    public Path vault() {
        return created(root.resolve("vault"));
    }

    /** The gateway's own keys. */
    public Path keys() {
        return created(root.resolve("keys"));
    }

    /** The journal of what left. */
    public Path departures() {
        return created(root.resolve("departures"));
    }

    /** Every source that has folders here. */
    public List<String> sources() {
        Path erp = root.resolve("erp");
        if (!Files.isDirectory(erp)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(erp)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("OPS-008 claimgate.home: the folder " + erp + " cannot be read", e);
        }
    }

    /** The anchor of the audit chain. */
    public Path audit() {
        return created(root.resolve("audit"));
    }

    /** What the simulated insurer holds. */
    public Path sandbox() {
        return created(root.resolve("sandbox"));
    }

    private Path erp(String source, String folder) {
        return created(root.resolve("erp").resolve(source).resolve(folder));
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "OPS-008 claimgate.home: the folder " + folder + " cannot be created; check its rights", e);
        }
    }
}
