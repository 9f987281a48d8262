package io.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.Databases;
import io.claimgate.support.IntakeKit;
import io.claimgate.support.Stores;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real open items of issue 2, read as they are by the shipped mapping. */
class HighRadiusTest {

    private static final Path REAL = Path.of("../shared/data/ar-open-items/highradius-open-items.csv");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_row_is_created_and_a_changed_file_updates_only_what_changed(Databases database) throws Exception {
        // Given
        assumeThat(REAL).as("the real data stand beside the project").exists();
        String mapping = Files.readString(Path.of("mappings/erp/highradius.yaml"));
        IntakeKit kit = new IntakeKit(
                new Stores(database),
                folder,
                Map.of("highradius", mapping),
                IntakeKit.settings(2000, 3000),
                IntakeKit.policies());
        String content = Files.readString(REAL, StandardCharsets.UTF_8);

        // When
        JsonNode first = kit.bring("highradius", "open.csv", content);
        JsonNode same = kit.bring("highradius", "again.csv", content);
        kit.disarm();
        JsonNode changed = kit.bring(
                "highradius",
                "changed.csv",
                content.replace("2960623488,30-03-2020,10-04-2020", "2960623488,30-03-2020,10-05-2020")
                        .replace("CA10,2309.79", "CA10,2309.70"));

        // Then
        assertThat(first.path("status").asText()).as(first.toString()).isEqualTo("ACCEPTED");
        assertThat(first.path("counts").path("read").asLong()).isEqualTo(9_681);
        assertThat(first.path("counts").path("created").asLong()).isEqualTo(9_681);
        assertThat(kit.count("select count(*) from buyer")).isEqualTo(553);
        assertThat(same.path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(changed.path("counts").path("updated").asLong()).isEqualTo(1);
        assertThat(changed.path("counts").path("unchanged").asLong()).isEqualTo(9_680);
        assertThat(kit.armed()).hasSize(1);
        assertThat(kit.count("select count(*) from alert where code = 'ERP-203'"))
                .isEqualTo(1);
        assertThat(kit.value(
                        "select original_due_date from receivable where invoice_number = '2960623488'",
                        LocalDate.class))
                .isEqualTo("2020-04-10");
        assertThat(kit.value("select sum(gross_amount) from receivable", BigDecimal.class))
                .isEqualByComparingTo("310427859.25");
        assertThat(kit.count("select count(*) from exposure")).isEqualTo(553);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void its_sum_is_exact(Databases database) throws Exception {
        // Given
        assumeThat(REAL).as("the real data stand beside the project").exists();
        String mapping = Files.readString(Path.of("mappings/erp/highradius.yaml"));
        IntakeKit kit = new IntakeKit(new Stores(database), folder, Map.of("highradius", mapping));

        // When
        kit.bring("highradius", "open.csv", Files.readString(REAL, StandardCharsets.UTF_8));

        // Then
        assertThat(kit.value("select sum(open_amount) from receivable", BigDecimal.class))
                .isEqualByComparingTo("310427859.34");
        assertThat(kit.count("select count(*) from receivable where creditor = 'HR-US' and currency = 'USD'"))
                .isEqualTo(9_681);
        assertThat(kit.count("select count(*) from receivable where buyer_ref = 'CCU001'"))
                .isGreaterThan(0);
        assertThat(kit.count("select count(*) from buyer where name <> trim(name)"))
                .isZero();
        assertThat(kit.count("select count(*) from payment")).isZero();
    }
}
