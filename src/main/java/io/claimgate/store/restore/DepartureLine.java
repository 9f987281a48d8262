package io.claimgate.store.restore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.Departure;
import java.util.Map;

/** A departure as a line: {@code {"file":{...}}}, {@code {"message":{...}}} or {@code {"out":{...}}}. */
final class DepartureLine {

    private static final Map<String, Class<? extends Departure>> KINDS = Map.of(
            "file", Departure.FileTaken.class,
            "message", Departure.MessageSent.class,
            "out", Departure.FileWritten.class);

    private DepartureLine() {}

    static String write(ObjectMapper json, Departure departure) {
        String kind = KINDS.entrySet().stream()
                .filter(known -> known.getValue().isInstance(departure))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        try {
            return json.writeValueAsString(Map.of(kind, departure)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers, dates and texts can be written as JSON", e);
        }
    }

    /** Throws {@link IllegalArgumentException} where it is none. */
    static Departure read(ObjectMapper json, String line) {
        try {
            JsonNode node = json.readTree(line);
            String kind = node.fieldNames().next();
            Class<? extends Departure> type = KINDS.get(kind);
            if (type == null) {
                throw new IllegalArgumentException("no departure is called \"" + kind + "\"");
            }
            int from = line.indexOf(':') + 1;
            // Out of the text: a tree of nodes would lose the decimals of amounts.
            return json.readValue(line.substring(from, line.lastIndexOf('}')), type);
        } catch (JsonProcessingException | java.util.NoSuchElementException e) {
            throw new IllegalArgumentException("a line that is no departure", e);
        }
    }
}
