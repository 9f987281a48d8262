package io.claimgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every setting that somebody reads: ours by docs/settings.md, Spring's by what its jars tell, and what our own files name by hand. */
final class KnownNames {

    private static final Pattern OURS = Pattern.compile("(?m)^\\| `([^`]+)`");
    private static final Pattern BY_HAND = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)[:}]");

    private final Set<String> properties = new TreeSet<>();
    private final Set<String> byHand = new TreeSet<>();

    KnownNames() {
        try {
            find(Files.readString(Path.of("docs/settings.md")), OURS, properties);
            for (URL metadata : Collections.list(
                    KnownNames.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                for (JsonNode property : new ObjectMapper().readTree(metadata).get("properties")) {
                    properties.add(property.get("name").asText());
                }
            }
            try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
                for (Path source : sources.filter(path -> path.toString().matches(".*\\.(java|yaml)"))
                        .toList()) {
                    find(Files.readString(source), BY_HAND, byHand);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a variable of the environment reaches anything. */
    boolean readsVariable(String name) {
        return byHand.contains(name)
                || Stream.concat(properties.stream(), byHand.stream())
                        .anyMatch(property -> variable(property, "").equals(name)
                                || variable(property, "_").equals(name));
    }

    boolean readsProperty(String name) {
        return properties.contains(name);
    }

    private static String variable(String property, String forDash) {
        return property.replace("-", forDash).replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static void find(String text, Pattern pattern, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }
}
