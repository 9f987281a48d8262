package io.claimgate.store.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Copies folders that others write to meanwhile: what vanishes under it was only on its way. */
final class FolderCopy {

    private long files;
    private long bytes;

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    /** @param immutable its files are never changed: where both lie on one file system they are linked, which costs no room */
    void tree(Path from, Path to, boolean immutable) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !unfinished(path)) {
                    one(path, target, immutable);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean unfinished(Path path) {
        return path.getFileName().toString().endsWith(".part");
    }

    private void one(Path from, Path to, boolean immutable) throws IOException {
        try {
            if (!immutable || !linked(from, to)) {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
            files++;
            bytes += Files.size(to);
        } catch (NoSuchFileException e) {
            if (Files.exists(from)) {
                throw e;
            }
        }
    }

    private static boolean linked(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
            return true;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return false;
        }
    }
}
