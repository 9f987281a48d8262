package io.claimgate.sandbox;

import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.intake.Drops;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that the simulated ERP drops at the first start of a sandbox: real drops whose dates are relative to today, so that the board shows
 * every phase of a receivable and dossiers that are partly there. In the templates {@code {-92}} is the day 92 days ago.
 */
public final class Samples {

    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);
    private static final String SOURCE = "acme";
    private static final String[] FILES = {
        "buyers-sample.csv", "invoices-sample.csv", "payments-sample.csv", "events-sample.csv"
    };
    /** A document a line: its name, its side file or nothing, the lines on its page. */
    private static final String DOCUMENTS = "documents-sample.txt";

    private static final String SIDE_FILE = ".json";
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern DAY = Pattern.compile("\\{([+-]\\d+)}");

    private final Drops drops;
    private final BusinessClock clock;
    private final Path dropped;
    private final BooleanSupplier emptyHome;

    /**
     * @param folder of the sandbox; what was dropped is noted there
     * @param emptyHome whether no file was ever taken
     */
    public Samples(Drops drops, BusinessClock clock, Path folder, BooleanSupplier emptyHome) {
        this.drops = drops;
        this.clock = clock;
        this.dropped = folder.resolve("samples-dropped");
        this.emptyHome = emptyHome;
    }

    /** Drops them, once for a home. */
    public void dropOnce() {
        if (Files.exists(dropped) || !emptyHome.getAsBoolean()) {
            return;
        }
        LocalDate today = clock.today(ZoneOffset.UTC);
        try {
            for (String file : FILES) {
                drop(file, text(dated(read(file), today)));
            }
            // After the invoices that they belong to; a side file before its document, so that nothing waits.
            List<String> documents = dated(read(DOCUMENTS), today).lines().toList();
            for (String document : documents) {
                List<String> cells = List.of(BAR.split(document));
                if (!cells.get(1).isEmpty()) {
                    drop(cells.get(0) + SIDE_FILE, text(cells.get(1)));
                }
                drop(cells.get(0), SamplePaper.pdf(cells.subList(2, cells.size())));
            }
            Files.writeString(dropped, today.toString());
            LOG.info("{} sample files dropped for source {}", FILES.length + documents.size(), SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the samples cannot be dropped; start with claimgate.sandbox.samples=false to go on without", e);
        }
    }

    private void drop(String name, byte[] bytes) throws IOException {
        drops.drop(SOURCE, name, new ByteArrayInputStream(bytes));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String dated(String template, LocalDate today) {
        Matcher day = DAY.matcher(template);
        return day.replaceAll(
                found -> today.plusDays(Long.parseLong(found.group(1))).toString());
    }

    private static String read(String file) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + file)) {
            if (in == null) {
                throw new IOException("the sample " + file + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
