package io.claimgate.store.restore;

import io.claimgate.flow.Departure;
import io.claimgate.flow.Home;
import io.claimgate.flow.restore.FilesAgain;
import io.claimgate.flow.restore.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The home beside the database. */
public final class HomeSurroundings implements Surroundings, FilesAgain.VaultLook {

    private final Home home;

    public HomeSurroundings(Home home) {
        this.home = home;
    }

    @Override
    public Optional<String> backup() {
        return BackupMark.read(home.root());
    }

    @Override
    public void backupNoticed() {
        BackupMark.noticed(home.root());
    }

    @Override
    public Map<String, List<String>> written() {
        Map<String, List<String>> written = new LinkedHashMap<>();
        for (String source : home.sources()) {
            try (Stream<Path> files = Files.list(home.out(source))) {
                written.put(
                        source,
                        files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                                .map(file -> String.valueOf(file.getFileName()))
                                .filter(OutFile::ours)
                                .sorted()
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException("out/ of " + source + " cannot be read", e);
            }
        }
        return written;
    }

    @Override
    public Optional<Departure.FileWritten> entries(String source, String name) {
        try {
            return OutFile.read(
                    source, name, Files.readAllBytes(home.out(source).resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " in out/ of " + source + " cannot be read", e);
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.isRegularFile(
                home.vault()
                        .resolve(sha256.substring(0, 2))
                        .resolve(sha256.substring(2, 4))
                        .resolve(sha256),
                LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public String cutHeads(long blocks) {
        Path heads = home.audit().resolve("heads.jsonl");
        try {
            List<String> lines = Files.readAllLines(heads);
            Path copy = heads.resolveSibling("heads-lost-behind-" + blocks + "-of-" + lines.size() + ".jsonl");
            Files.copy(heads, copy, StandardCopyOption.REPLACE_EXISTING);
            Path shorter = heads.resolveSibling("heads.jsonl.part");
            Files.write(shorter, lines.subList(0, (int) Math.min(blocks, lines.size())));
            Files.move(shorter, heads, StandardCopyOption.ATOMIC_MOVE);
            return String.valueOf(copy.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException("the heads file " + heads + " cannot be cut; check its rights", e);
        }
    }
}
