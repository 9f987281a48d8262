package io.claimgate.files;

import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.flow.Home;
import io.claimgate.flow.intake.Drops;
import io.claimgate.flow.intake.ErpSources;
import io.claimgate.flow.intake.Taking;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders {@code in/}. */
public final class FolderDrops implements Drops {

    private final Home home;
    private final ErpSources sources;
    private final Taking taking;

    public FolderDrops(Home home, ErpSources sources, Taking taking) {
        this.home = home;
        this.sources = sources;
        this.taking = taking;
    }

    @Override
    public void drop(String source, String fileName, InputStream bytes) throws IOException {
        if (sources.find(source).isEmpty()) {
            throw new IllegalArgumentException("OPS-004 source \"" + source + "\": there is none; add mappings/erp/" + source + ".yaml");
        }
        if (fileName.isBlank() || fileName.matches("(?s).*[/\\\\\\p{Cntrl}].*") || !FileNames.taken(fileName)) {
            throw new IllegalArgumentException("OPS-005 file name \"" + fileName
                    + "\": must be a plain name that neither begins with . or ~ nor ends in .tmp .part .filepart .writing .ready");
        }
        Path target = home.in(source).resolve(fileName);
        AtomicFile.write(target, bytes::transferTo);
        if (taking.ready(source, fileName) == Feed.Ready.MARKER) {
            AtomicFile.write(target.resolveSibling(fileName + FileNames.MARKER), out -> out.flush());
        }
    }

    @Override
    public List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (ErpSource source : sources.all()) {
            for (Path folder : List.of(home.in(source.source()), home.work(source.source()))) {
                list(source.source(), folder, waiting);
            }
        }
        return waiting;
    }

    /** A marked feed's file without its marker is not yet dropped: nobody waits for it. */
    private void list(String source, Path folder, List<String> waiting) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean unmarked = taking.ready(source, name) == Feed.Ready.MARKER
                        && folder.equals(home.in(source))
                        && !Files.exists(file.resolveSibling(name + FileNames.MARKER));
                if (FileNames.taken(name) && !unmarked && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    waiting.add(source + "/" + name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed", e);
        }
    }
}
