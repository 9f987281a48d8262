package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entries in the generic CSV files of an {@code out/} folder, read as an ERP would: each balanced, each in one file only. */
final class PostingFiles {

    /** One line of an entry. */
    record Line(String postingId, String account, BigDecimal debit, BigDecimal credit, String cause) {}

    private final Map<String, List<Line>> entries = new LinkedHashMap<>();

    static PostingFiles of(Path out) {
        PostingFiles read = new PostingFiles();
        try (Stream<Path> files = Files.list(out)) {
            files.filter(file -> file.getFileName().toString().matches("postings_.*\\.csv"))
                    .sorted()
                    .forEach(read::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private void add(Path file) {
        Map<String, List<Line>> here = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                here.computeIfAbsent(row.getField("postingId"), id -> new ArrayList<>())
                        .add(new Line(
                                row.getField("postingId"),
                                row.getField("account"),
                                new BigDecimal(row.getField("debit")),
                                new BigDecimal(row.getField("credit")),
                                row.getField("cause")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        here.forEach((id, lines) -> {
            BigDecimal balance = lines.stream()
                    .map(line -> line.debit().subtract(line.credit()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(balance).as("balance of " + id).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(entries.put(id, lines))
                    .as(id + " stands in one file only")
                    .isNull();
        });
    }

    List<String> ids() {
        return List.copyOf(entries.keySet());
    }

    /** The cause of every entry; one that caused two stands there twice. */
    List<String> causes() {
        return entries.values().stream().map(lines -> lines.get(0).cause()).toList();
    }

    /** Debits less credits of an account. */
    BigDecimal balance(String account) {
        return entries.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.account().equals(account))
                .map(line -> line.debit().subtract(line.credit()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
