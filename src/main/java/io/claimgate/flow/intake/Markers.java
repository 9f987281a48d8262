package io.claimgate.flow.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a {@code .ready} file promises. */
@FunctionalInterface
public interface Markers {

    /**
     * Its promises, each null where it is silent.
     *
     * @param sha256 lower case hex
     */
    record Marker(
            @Nullable Long rows,
            @Nullable String sha256,
            @Nullable LocalDate asOf) {
        public static final Marker SILENT = new Marker(null, null, null);
    }

    /** Reads its text; an empty one is silent. Throws {@link FileRefused} for one that cannot be understood. */
    Marker read(String text);
}
