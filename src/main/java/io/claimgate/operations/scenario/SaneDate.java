package io.claimgate.operations.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day on which business can be done: at the end of the calendar no period could be added to it. */
final class SaneDate extends StdDeserializer<LocalDate> {

    static final String WANTED = "date; write yyyy-MM-dd, from 1900 to 2199";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    SaneDate() {
        super(LocalDate.class);
    }

    @Override
    public @Nullable LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = json.getText();
        LocalDate day = parse(text);
        return day != null ? day : (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no such day");
    }

    /** Null where it is none. */
    static @Nullable LocalDate parse(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
