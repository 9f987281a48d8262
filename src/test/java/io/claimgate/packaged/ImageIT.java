package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.claimgate.deploy.ImageFile;
import io.claimgate.support.PackagedJar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the Dockerfile does with the jar, done with the jar: its layers are taken apart, laid together again, its classes kept, and it is
 * started with the image's words. All other packaged tests start it so.
 */
class ImageIT {

    @Test
    void the_layers_of_the_image_are_the_whole_gateway_and_its_classes_are_kept() throws Exception {
        // Given
        assumeTrue(
                PackagedJar.jdk().feature() >= PackagedJar.KEEPS_CLASSES, "no JDK 25 stands beside that of the tests");
        ImageFile image = ImageFile.read(Path.of("Dockerfile"));
        Path application = PackagedJar.application();
        Path extracted = application.resolveSibling("layers").resolve("extracted");
        List<String> start = new ArrayList<>(image.start());
        assertThat(start.set(0, PackagedJar.jdk().java())).isEqualTo("java");
        start.add(1, "-Xlog:class+load:file=" + application.resolveSibling("loaded"));
        start.add("--check");
        // When
        Process process = new ProcessBuilder(start)
                .directory(application.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // Then
        assertThat(process.waitFor()).as(told).isZero();
        try (var all = Files.list(extracted)) {
            assertThat(all.map(layer -> layer.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(image.layers());
        }
        assertThat(told).contains("sound: ");
        assertThat(Files.readString(application.resolveSibling("loaded")))
                .contains("org.springframework.boot.SpringApplication source: shared objects file");
    }
}
