package io.claimgate.flow.settlement;

import io.claimgate.flow.declaration.InsurerChannel.Traffic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list on which an insurer keeps its results. Whatever goes wrong is an outcome, not an exception. */
public interface ResultList {

    /** Its name for the question, for the record of messages. */
    String operation();

    /**
     * What came after the cursor.
     *
     * @param cursor what the last page gave; null from the beginning
     */
    Listing since(@Nullable String cursor);

    /** An answer. */
    sealed interface Listing {
        Traffic traffic();
    }

    /**
     * The next results, in the insurer's order; none: there is nothing new.
     *
     * @param cursor where the next question goes on
     */
    record Page(List<Told> results, String cursor, Traffic traffic) implements Listing {
        public Page {
            results = List.copyOf(results);
        }
    }

    /** It did not come, or was not understood. */
    record NoPage(String reason, Traffic traffic) implements Listing {}
}
