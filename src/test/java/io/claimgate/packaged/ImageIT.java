package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.PackagedJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What the Dockerfile does with the jar, done with the jar: its layers are taken apart, laid together again and started with its flags. */
class ImageIT {

    private static final Pattern LAYER = Pattern.compile("COPY --from=layers /layers/extracted/([a-z-]+)/ \\./");

    @Test
    void the_layers_of_the_image_are_the_whole_gateway(@TempDir Path folder) throws Exception {
        // Given
        String image = Files.readString(Path.of("Dockerfile"));
        Files.copy(PackagedJar.WHOLE, folder.resolve("claimgate.jar"));
        run(folder, words(image, "RUN \\[(\"java\".*)]"));
        Path application = Files.createDirectory(folder.resolve("application"));
        List<String> layers =
                LAYER.matcher(image).results().map(layer -> layer.group(1)).toList();
        for (String layer : layers) {
            FileSystemUtils.copyRecursively(folder.resolve("extracted").resolve(layer), application);
        }
        List<String> start = words(image, "ENTRYPOINT \\[(.*)]");
        start.add("--check");
        // When
        String told = run(application, start);
        // Then
        try (var all = Files.list(folder.resolve("extracted"))) {
            assertThat(all.map(layer -> layer.getFileName().toString())).containsExactlyInAnyOrderElementsOf(layers);
        }
        assertThat(told).contains("sound: ");
    }

    private static List<String> words(String image, String instruction) {
        MatchResult found = Pattern.compile("(?m)^" + instruction + "$")
                .matcher(image)
                .results()
                .findFirst()
                .orElseThrow();
        return new ArrayList<>(Pattern.compile("\"([^\"]*)\"")
                .matcher(found.group(1))
                .results()
                .map(word -> word.group(1))
                .toList());
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        assertThat(command.get(0)).isEqualTo("java");
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }
}
