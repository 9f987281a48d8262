package io.claimgate.files;

import io.claimgate.feed.Companion;
import io.claimgate.feed.ErpSource;
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
            throw new IllegalArgumentException(
                    "OPS-004 source \"" + source + "\": there is none; add mappings/erp/" + source + ".yaml");
        }
        if (fileName.isBlank() || fileName.matches("(?s).*[/\\\\\\p{Cntrl}].*") || !FileNames.taken(fileName)) {
            throw new IllegalArgumentException(
                    "OPS-005 file name \"" + fileName
                            + "\": must be a plain name that neither begins with . or ~ nor ends in .tmp .part .filepart .writing .ready");
        }
        Path target = home.in(source).resolve(fileName);
        AtomicFile.write(target, bytes::transferTo);
        if (taking.companion(source, fileName) == Companion.MARKER) {
            AtomicFile.write(target.resolveSibling(fileName + FileNames.MARKER), out -> out.flush());
        }
    }

    @Override
    public List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        try {
            for (ErpSource source : sources.all()) {
                for (String name : dropped(source.source())) {
                    waiting.add(source.source() + "/" + name);
                }
                for (WorkFolder.Entry entry : new WorkFolder(home.work(source.source())).entries()) {
                    if (entry.data()) {
                        waiting.add(source.source() + "/" + entry.name());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the drop folders cannot be listed", e);
        }
        return waiting;
    }

    /** A marked feed's file without its marker is not dropped yet, and a side file is never taken alone: nobody waits for them. */
    private List<String> dropped(String source) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.in(source))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean ready = switch (taking.companion(source, name)) {
                    case ITSELF -> false;
                    case MARKER -> Files.exists(file.resolveSibling(name + FileNames.MARKER));
                    case NONE, SIDE_FILE_OPTIONAL, SIDE_FILE_NEEDED -> true;
                };
                if (FileNames.taken(name) && ready && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
