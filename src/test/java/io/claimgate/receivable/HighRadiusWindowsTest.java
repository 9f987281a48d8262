package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.policy.Contract;
import io.claimgate.policy.Policy;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules over the real open items: every buyer's window is met once, on its planned day, with everything that is open. */
class HighRadiusWindowsTest {

    private static final Path FILE = Path.of("../shared/data/ar-open-items/highradius-open-items.csv");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final Instant START = Instant.parse("2020-02-01T00:00:00Z");
    private static final Instant END = Instant.parse("2020-12-01T00:00:00Z");

    @Test
    void every_buyer_is_declared_once_inside_its_window_with_all_that_is_open() throws IOException {
        assumeThat(FILE).as("the shared data are not beside the project").exists();
        // Given
        Map<String, List<ReceivableFacts>> buyers = buyers();
        Contract contract = Contract.of(policy());
        // When
        BigDecimal sum = BigDecimal.ZERO;
        for (List<ReceivableFacts> receivables : buyers.values()) {
            ExposurePicture declared = walkToDeclaration(contract, receivables);
            sum = sum.add(declared.declaration().amount());
            // Then
            LocalDate oldest = receivables.stream()
                    .flatMap(facts -> Stream.ofNullable(facts.originalDueDate()))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate acted = Given.declaration(declared).actsOn();
            assertThat(acted).isEqualTo(oldest.plusDays(90)).isBetween(oldest.plusMonths(2), oldest.plusMonths(4));
            assertThat(declared.declaration().lines()).hasSameSizeAs(receivables);
        }
        assertThat(buyers).hasSize(553);
        assertThat(sum).isEqualTo("310427859.34");
    }

    /** Stops only where the rules say; what is accepted stays declared to the end. */
    private static ExposurePicture walkToDeclaration(Contract contract, List<ReceivableFacts> receivables) {
        ExposureRules rules = new ExposureRules(Given.HOLIDAYS);
        ExposurePicture declared = null;
        ClaimFacts claim = null;
        Instant at = START;
        while (at != null && at.isBefore(END)) {
            ExposurePicture picture = rules.compute(contract, facts(receivables, claim), at);
            if (picture.declaration().actNow()) {
                assertThat(declared).as("declared twice").isNull();
                declared = picture;
                claim = accepted(picture, at);
                assertThat(LocalDate.ofInstant(at, ZoneOffset.UTC))
                        .isEqualTo(Given.declaration(picture).actsOn());
            }
            assertThat(picture.newlyForeclosed()).isEmpty();
            at = picture.nextActionAt();
        }
        return java.util.Objects.requireNonNull(declared);
    }

    private static ClaimFacts accepted(ExposurePicture picture, Instant at) {
        Map<Long, BigDecimal> lines = picture.declaration().lines().stream()
                .collect(Collectors.toMap(DeclarationLine::receivableId, DeclarationLine::amount));
        return new ClaimFacts(
                "K", ClaimFacts.Phase.ACCEPTED, at, java.util.Objects.requireNonNull(picture.governing()), lines);
    }

    private static ExposureFacts facts(List<ReceivableFacts> receivables, @Nullable ClaimFacts claim) {
        return new ExposureFacts(receivables, List.of(), List.of(), List.of(), PaymentsMode.IMPLIED, claim);
    }

    private static Policy policy() throws IOException {
        String text = Files.readString(Path.of("mappings/policies/highradius-2020.yaml"));
        return new PolicyFiles(Given.HOLIDAYS)
                .read(List.of(new PolicyFiles.Source("highradius-2020.yaml", text)))
                .policies()
                .get(0);
    }

    private static Map<String, List<ReceivableFacts>> buyers() throws IOException {
        Map<String, List<ReceivableFacts>> buyers = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            long id = 0;
            for (NamedCsvRecord row : rows) {
                LocalDate due = LocalDate.parse(row.getField("due_in_date"), DAY);
                BigDecimal gross = new BigDecimal(row.getField("converted_usd")).setScale(2, RoundingMode.HALF_UP);
                LocalDate issued = LocalDate.parse(row.getField("posting_date"), DAY);
                buyers.computeIfAbsent(row.getField("cust_number"), key -> new ArrayList<>())
                        .add(new ReceivableFacts(
                                ++id,
                                row.getField("doc_id"),
                                1,
                                "380",
                                issued,
                                due,
                                null,
                                null,
                                "USD",
                                gross,
                                null,
                                BigDecimal.ZERO,
                                null,
                                false,
                                null));
            }
        }
        return buyers;
    }
}
