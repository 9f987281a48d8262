package io.claimgate.laboratory.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ERP's accounting: reads every posting file that appears in {@code --out=} once, writes its entries into its ledger, then answers in
 * {@code --in=}. It leaves the files where they are. A file whose answer a death may have swallowed is answered again.
 */
public final class StubAccounting {

    /** File name of the ledger. */
    public static final String LEDGER = "ledger.jsonl";

    private static final long LOOK_EVERY = 100;

    private final Path out;
    private final Path in;
    private final Journal journal;
    private final Set<String> read = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    /** @param folder of its ledger */
    public StubAccounting(Path folder, Path out, Path in) {
        this.out = out;
        this.in = in;
        Path ledger = folder.resolve(LEDGER);
        for (JsonNode line : Journal.read(ledger)) {
            (line.path("type").asText().equals("answered") ? answered : read)
                    .add(line.path("file").asText());
        }
        this.journal = new Journal(ledger);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Parent.ends();
        Map<String, String> settings = Arrays.stream(arguments)
                .map(argument -> argument.substring(2).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Path folder = Files.createDirectories(Path.of(settings.get("folder")));
        StubAccounting accounting =
                new StubAccounting(folder, Path.of(settings.get("out")), Path.of(settings.get("in")));
        // What tells of its readiness; it listens nowhere.
        Files.writeString(folder.resolve("port"), "0");
        while (true) {
            accounting.look();
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** Names of the files that it dropped as its answers. */
    public static List<String> answers(Path folder) {
        return ledger(folder).stream()
                .filter(line -> line.path("type").asText().equals("answered"))
                .map(line -> receipts(line.path("file").asText()))
                .toList();
    }

    /** The lines of a ledger of this stub. */
    public static List<JsonNode> ledger(Path folder) {
        return Journal.read(folder.resolve(LEDGER));
    }

    /** Takes what is new; how many files that were. */
    public int look() throws IOException {
        if (!Files.isDirectory(out) || !Files.isDirectory(in)) {
            return 0;
        }
        int taken = 0;
        List<Path> files;
        try (Stream<Path> found = Files.list(out)) {
            files = found.filter(file -> file.getFileName().toString().matches("postings_.*\\.csv"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!answered.contains(name)) {
                take(file, name);
                taken++;
            }
        }
        return taken;
    }

    private void take(Path file, String name) throws IOException {
        Map<String, ObjectNode> entries = entries(file, name);
        if (read.add(name)) {
            journal.append(entries.values().toArray(ObjectNode[]::new));
        }
        answer(name, entries.keySet());
        journal.append(Journal.line("answered").put("file", name));
        answered.add(name);
    }

    private static Map<String, ObjectNode> entries(Path file, String name) throws IOException {
        List<String> rows = Files.readAllLines(file);
        List<String> columns = cells(rows.get(0).replace("\uFEFF", ""));
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            ObjectNode entry = entries.computeIfAbsent(
                    cells.get(columns.indexOf("postingId")),
                    id -> Journal.line("posting")
                            .put("postingId", id)
                            .put("file", name)
                            .put("claimKey", cells.get(columns.indexOf("claimKey")))
                            .put("cause", cells.get(columns.indexOf("cause"))));
            entry.withArray("lines")
                    .addObject()
                    .put("account", cells.get(columns.indexOf("account")))
                    .put("debit", cells.get(columns.indexOf("debit")))
                    .put("credit", cells.get(columns.indexOf("credit")))
                    .put("currency", cells.get(columns.indexOf("currency")));
        }
        return entries;
    }

    private void answer(String name, Set<String> ids) throws IOException {
        StringBuilder text = new StringBuilder("postingId,status,erpDocument,message\n");
        ids.forEach(id -> text.append(id).append(",POSTED,DOC-").append(id).append(",\n"));
        String receipts = receipts(name);
        Path part = in.resolve(receipts + ".part");
        Files.write(part, text.toString().getBytes(StandardCharsets.UTF_8));
        Files.move(part, in.resolve(receipts), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String receipts(String file) {
        return "posting-receipts-" + file;
    }

    /** Cells of a row of CSV; quotes as in RFC 4180, no line break within a cell. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < row.length() && row.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
