package io.claimgate.packaged;

import io.claimgate.support.GatewayProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of real invoices, the clock moved in steps. */
class HighRadiusIT {

    @TempDir
    Path folder;

    /** Behind {@code -Pfaults}: in every build the same file goes its way with two deaths and lost answers ({@link DiesTwiceIT}). */
    @Test
    @Tag("faults")
    void every_exposure_is_declared_once_inside_its_window() {
        try (GatewayProcess gateway = HighRadius.gateway(folder.resolve("home"))) {
            // Given
            HighRadius.drop(gateway);

            // When
            for (String day : List.of("2020-04-27", "2020-05-28", "2020-06-01", "2020-07-15", "2020-12-01")) {
                gateway.moveTo(day + "T12:00:00Z");
            }

            // Then
            HighRadius.judge(gateway, 1);
        }
    }
}
