package io.claimgate.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml as its parser sees it. */
final class Compose {

    private final Map<String, Object> file = yaml(Path.of("docker-compose.yml"));

    /** What is mounted where; the source is a volume's name, a path of the project, or empty for a nameless volume. */
    record Mount(String source, String target) {

        boolean ofProject() {
            return source.startsWith("./");
        }
    }

    static Map<String, Object> yaml(Path path) {
        try (Reader reader = Files.newBufferedReader(path)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> services() {
        return map(file.get("services"));
    }

    Map<String, Object> volumes() {
        return map(file.get("volumes"));
    }

    Map<String, Object> service(String name) {
        return map(services().get(name));
    }

    /** With the defaults of what the caller's environment may set. */
    Map<String, String> environment(String service) {
        Map<String, String> all = new TreeMap<>();
        map(service(service).getOrDefault("environment", Map.of()))
                .forEach((name, value) ->
                        all.put(name, String.valueOf(value).replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1")));
        return all;
    }

    List<Mount> mounts(String service) {
        return list(service(service).getOrDefault("volumes", List.of())).stream()
                .map(one -> one.split(":"))
                .map(parts -> parts.length == 1 ? new Mount("", parts[0]) : new Mount(parts[0], parts[1]))
                .toList();
    }

    /** The ports inside the container that others are let to. */
    List<Integer> published(String service) {
        return list(service(service).getOrDefault("ports", List.of())).stream()
                .map(one -> Integer.valueOf(one.substring(one.lastIndexOf(':') + 1)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<String> list(Object value) {
        return ((List<Object>) value).stream().map(String::valueOf).toList();
    }
}
