package io.claimgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The pages that are made from the code are what the code says; {@code -Ddraw=true} writes them. */
class GeneratedDocsTest {

    @Test
    void the_error_catalogue_is_what_the_code_says() throws IOException {
        StringBuilder page = new StringBuilder(
                "# Error catalogue\n\nMade from `problem.ProblemCode` by `GeneratedDocsTest`. A code is never used for another meaning again.\n\n"
                        + "| code | what | mend |\n|---|---|---|\n");
        for (ProblemCode code : ProblemCode.values()) {
            page.append("| ")
                    .append(code.code())
                    .append(" | ")
                    .append(code.title())
                    .append(" | ")
                    .append(code.mend())
                    .append(" |\n");
        }
        same(Path.of("docs/error-catalogue.md"), page.toString());
    }

    @Test
    void the_settings_table_is_what_the_code_says() throws IOException {
        // Given
        JsonNode metadata = new ObjectMapper()
                .readTree(Path.of("target/classes/META-INF/spring-configuration-metadata.json")
                        .toFile());
        SortedMap<String, String> rows = new TreeMap<>();
        for (JsonNode property : metadata.get("properties")) {
            String name = property.get("name").asText();
            String type = property.get("type").asText();
            String value =
                    property.has("defaultValue") ? property.get("defaultValue").asText() : "";
            String description =
                    property.path("description").asText("").replace('\n', ' ').replace("|", "\\|");
            if (name.startsWith("claimgate.")) {
                assertThat(description).as("Javadoc of " + name).isNotBlank();
                rows.put(
                        name,
                        "| `" + name + "` | " + type.substring(type.lastIndexOf('.') + 1) + " | "
                                + (value.isEmpty() ? "" : "`" + value + "`") + " | " + description + " |\n");
            }
        }

        // When
        StringBuilder page = new StringBuilder(
                "# Settings\n\nMade from the settings records by `GeneratedDocsTest`. Each can be given as a property, as `--name=value`, or by environment: "
                        + "`claimgate.tasks.workers` is `CLAIMGATE_TASKS_WORKERS`. Durations are written `250ms`, `2s`, `15m`.\n\n| setting | type | default | what |\n|---|---|---|---|\n");
        rows.values().forEach(page::append);

        // Then
        same(Path.of("docs/settings.md"), page.toString());
    }

    private static void same(Path path, String page) throws IOException {
        if (!Files.exists(path) || Boolean.getBoolean("draw")) {
            Files.writeString(path, page);
        }
        assertThat(page)
                .as(path + " is made by this test; run it with -Ddraw=true")
                .isEqualTo(Files.readString(path));
    }
}
