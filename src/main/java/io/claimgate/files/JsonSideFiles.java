package io.claimgate.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.feed.DocumentLabel;
import io.claimgate.feed.DocumentLabel.Reference;
import io.claimgate.flow.intake.DocumentRefused;
import io.claimgate.flow.intake.SideFiles;
import io.claimgate.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Side files as JSON: {@code {"kind":"ORDER","invoiceNumber":"F-17","language":"fr"}}; what else stands in them is left alone. */
public final class JsonSideFiles implements SideFiles {

    private static final int LONGEST_VALUE = 60;
    private static final String AGAIN = "; correct the side file and drop both again";

    private final ObjectReader json;

    public JsonSideFiles(ObjectMapper json) {
        this.json = json.readerFor(JsonNode.class)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public DocumentLabel read(String text) {
        JsonNode label = object(text);
        List<Reference> given = Arrays.stream(Reference.values())
                .filter(reference -> label.hasNonNull(reference.field()))
                .toList();
        if (given.size() != 1) {
            throw unclear(
                    "side file", "exactly one of invoiceNumber, buyerId, claimKey must say what it belongs to", null);
        }
        Reference reference = given.get(0);
        String value = text(label, reference.field());
        if (value == null) {
            throw unclear(reference.field(), "is empty", null);
        }
        return new DocumentLabel(kind(label), reference, value, language(label), text(label, "creditor"));
    }

    private JsonNode object(String text) {
        try {
            JsonNode node = text.isBlank() ? null : json.readValue(text);
            if (node != null && node.isObject()) {
                return node;
            }
            throw unclear("side file", "is no JSON object", null);
        } catch (JsonProcessingException e) {
            throw unclear("side file", "is no JSON, or longer than 4000 characters", null);
        }
    }

    private static DocumentKind kind(JsonNode label) {
        String word = text(label, "kind");
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> unclear(
                        "kind",
                        "must be one of "
                                + Arrays.stream(DocumentKind.values())
                                        .map(DocumentKind::name)
                                        .collect(Collectors.joining(", ")),
                        word));
    }

    private static @Nullable String language(JsonNode label) {
        String language = text(label, "language");
        if (language != null && !language.matches("[a-z]{2}")) {
            throw unclear("language", "must be two small letters of ISO 639-1", language);
        }
        return language;
    }

    /** Numbers are taken as they are written: ERPs write invoice numbers so. */
    private static @Nullable String text(JsonNode label, String field) {
        JsonNode node = label.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw unclear(field, "must be a text", null);
        }
        String value = node.asText().strip();
        if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
            throw unclear(field, "must be a text of at most " + LONGEST_VALUE + " characters", value.replace("\0", ""));
        }
        return value.isEmpty() ? null : value;
    }

    private static DocumentRefused unclear(String field, String why, @Nullable String value) {
        return new DocumentRefused(ProblemCode.DOS_002, field, why + AGAIN, value);
    }
}
