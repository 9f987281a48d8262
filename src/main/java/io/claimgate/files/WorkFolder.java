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

/** {@code work/} of a source: {@code 17_name.csv} and, for marked files, {@code 17.ready}. */
record WorkFolder(Path folder) {

    private static final Pattern DATA = Pattern.compile("(\\d{1,18})_(.+)", Pattern.DOTALL);
    private static final Pattern MARKER = Pattern.compile("(\\d{1,18})\\.ready");

    /** A file in it. @param name of the data file as it was dropped; empty for a marker */
    record Entry(long id, String name, Path path) {
        boolean data() {
            return !name.isEmpty();
        }
    }

    Path data(ErpFile record) {
        return folder.resolve(record.id() + "_" + FileNames.fitting(record.name()));
    }

    Path marker(long id) {
        return folder.resolve(id + FileNames.MARKER);
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
                Matcher marker = MARKER.matcher(name);
                if (data.matches()) {
                    entries.add(new Entry(Long.parseLong(data.group(1)), data.group(2), path));
                } else if (marker.matches()) {
                    entries.add(new Entry(Long.parseLong(marker.group(1)), "", path));
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
