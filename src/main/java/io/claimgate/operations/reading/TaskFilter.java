package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tasks; what is null does not narrow. */
public record TaskFilter(
        @Parameter(description = "one or several kinds") @Nullable
        List<String> kind,

        @Parameter(description = "true: dead letters only, false: all others") @Nullable
        Boolean parked,

        @Nullable String creditor,
        @Nullable String ref,

        @Parameter(description = "text in the reason or the last error") @Nullable
        String q) {

    /** The same among the dead letters. */
    public TaskFilter deadLetters() {
        return new TaskFilter(kind, true, creditor, ref, q);
    }

    /** All dead letters. */
    public static TaskFilter allDeadLetters() {
        return new TaskFilter(null, true, null, null, null);
    }
}
