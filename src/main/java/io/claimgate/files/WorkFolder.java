package io.claimgate.files;

import io.claimgate.flow.intake.ErpFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code work/} of a source: {@code 17_name.csv} and what was taken with it, {@code 17.ready} or {@code 17.json}. */
record WorkFolder(Path folder) {

    private static final Pattern DATA = Pattern.compile("(\\d{1,18})_(.+)", Pattern.DOTALL);
    private static final Pattern COMPANION = Pattern.compile("(\\d{1,18})(\\.ready|\\.json)");

    /** A file in it. @param name of the data file as it was dropped; empty for what was taken with it */
    record Entry(long id, String name, Path path) {
        boolean data() {
            return !name.isEmpty();
        }
    }

    Path data(ErpFile record) {
        return folder.resolve(record.id() + "_" + FileNames.fitting(record.name()));
    }

    /** Where that goes which is taken with a file of the kind. */
    Path companion(long id, @Nullable String kind) {
        return folder.resolve(id + FileNames.companion(kind));
    }

    /** What was taken with a file and is here. */
    Optional<Path> companion(long id) throws IOException {
        return entries().stream()
                .filter(entry -> entry.id() == id && !entry.data())
                .map(Entry::path)
                .findFirst();
    }

    /** What its name in the drop folder ended in. */
    static String ending(Path companion) {
        String name = companion.getFileName().toString();
        return name.substring(name.indexOf('.'));
    }

    Optional<Path> data(long id) throws IOException {
        return entries().stream()
                .filter(entry -> entry.id() == id && entry.data())
                .map(Entry::path)
                .findFirst();
    }

    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                String name = path.getFileName().toString();
                Matcher data = DATA.matcher(name);
                Matcher companion = COMPANION.matcher(name);
                if (data.matches()) {
                    entries.add(new Entry(Long.parseLong(data.group(1)), data.group(2), path));
                } else if (companion.matches()) {
                    entries.add(new Entry(Long.parseLong(companion.group(1)), "", path));
                }
            }
        }
        return entries;
    }

    /** Removes all of a file. */
    void clear(long id) throws IOException {
        for (Entry entry : entries()) {
            if (entry.id() == id) {
                Files.deleteIfExists(entry.path());
            }
        }
        AtomicFile.sync(folder);
    }
}
