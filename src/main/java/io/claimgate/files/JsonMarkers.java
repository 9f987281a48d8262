package io.claimgate.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.intake.FileRefused;
import io.claimgate.flow.intake.Markers;
import io.claimgate.problem.ProblemCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Markers as JSON: {@code {"rows":n,"sha256":"...","asOf":"..."}}, each part optional. */
public final class JsonMarkers implements Markers {

    private final ObjectMapper json;

    public JsonMarkers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Marker read(String text) {
        if (text.isBlank()) {
            return Marker.SILENT;
        }
        try {
            JsonNode marker = json.readTree(text);
            if (!marker.isObject()) {
                throw unclear("it is no JSON object");
            }
            return new Marker(rows(marker), sha256(marker), asOf(marker));
        } catch (JsonProcessingException e) {
            throw unclear("it is no JSON");
        }
    }

    private static @Nullable Long rows(JsonNode marker) {
        JsonNode rows = marker.get("rows");
        if (rows == null || rows.isNull()) {
            return null;
        }
        if (!rows.isIntegralNumber() || !rows.canConvertToLong() || rows.longValue() < 0) {
            throw unclear("rows is no whole number");
        }
        return rows.longValue();
    }

    private static @Nullable String sha256(JsonNode marker) {
        JsonNode hash = marker.get("sha256");
        if (hash == null || hash.isNull()) {
            return null;
        }
        String text = hash.asText().toLowerCase(Locale.ROOT);
        if (!text.matches("[0-9a-f]{64}")) {
            throw unclear("sha256 has not 64 hexadecimal digits");
        }
        return text;
    }

    private static @Nullable LocalDate asOf(JsonNode marker) {
        JsonNode day = marker.get("asOf");
        if (day == null || day.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(day.asText());
        } catch (DateTimeParseException e) {
            throw unclear("asOf is no date in yyyy-MM-dd");
        }
    }

    private static FileRefused unclear(String why) {
        return new FileRefused(
                ProblemCode.ERP_003,
                "the marker cannot be understood: " + why + "; write it again, and send the file again");
    }
}
