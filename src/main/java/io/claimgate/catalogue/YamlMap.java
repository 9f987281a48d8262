package io.claimgate.catalogue;

import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A block of {@code key: value} of a YAML file, read as text: nothing is made of tags or types, and every fault knows its line. Keys that
 * nobody asks for are faults ({@link #finish}).
 */
final class YamlMap {

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final List<Problem> problems;

    private YamlMap(String file, Node node, List<Problem> problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                put(tuple);
            }
        } else {
            problem(ProblemCode.OPS_002, node, text(node), "must be a block of keys and values");
        }
    }

    /** The whole file; null where it is no YAML, which is then a problem. */
    static @Nullable YamlMap read(String file, String text, List<Problem> problems) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(10);
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                problems.add(new Problem(
                        ProblemCode.OPS_002,
                        file + ":1",
                        null,
                        "the file is empty; write the mapping, or remove the file"));
                return null;
            }
            return new YamlMap(file, root, problems);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(
                    ProblemCode.OPS_002, file + ":" + line, null, "no YAML: " + e.getProblem() + "; correct it"));
            return null;
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text of a key; null where it is absent or no plain value (which is a problem). */
    @Nullable
    String text(String key) {
        Node value = ask(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) ? null : scalar.getValue();
        }
        problem(ProblemCode.OPS_002, value, null, key + " must be a plain value");
        return null;
    }

    /** The text of a key that must be there. */
    @Nullable
    String required(String key) {
        String value = text(key);
        if (value == null || value.isBlank()) {
            if (!values.containsKey(key) || values.get(key) instanceof ScalarNode) {
                problem(ProblemCode.OPS_003, values.getOrDefault(key, node), null, key + " is missing; add it");
            }
            return null;
        }
        return value;
    }

    /** One of several words; the default where it is absent. */
    String word(String key, String fallback, List<String> allowed) {
        String value = text(key);
        if (value == null) {
            return fallback;
        }
        if (!allowed.contains(value)) {
            wrong(key, key + " must be one of " + String.join(", ", allowed));
            return fallback;
        }
        return value;
    }

    /** A single character; null where the key is absent or empty. */
    @Nullable
    Character character(String key) {
        String value = text(key);
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > 1) {
            wrong(key, key + " must be one character");
            return null;
        }
        return value.charAt(0);
    }

    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    @Nullable
    YamlMap map(String key) {
        Node value = ask(key);
        return value == null ? null : new YamlMap(file, value, problems);
    }

    List<YamlMap> list(String key) {
        Node value = ask(key);
        List<YamlMap> maps = new ArrayList<>();
        if (value instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> maps.add(new YamlMap(file, item, problems)));
        } else if (value != null) {
            problem(ProblemCode.OPS_002, value, null, key + " must be a list");
        }
        return maps;
    }

    /** All of it as texts. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : values.keySet()) {
            String value = text(key);
            if (value != null) {
                texts.put(key, value);
            }
        }
        return texts;
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    void wrong(String key, String detail) {
        Node value = values.getOrDefault(key, node);
        problem(ProblemCode.OPS_002, value, text(value), detail);
    }

    void missing(String detail) {
        problem(ProblemCode.OPS_003, node, null, detail);
    }

    /** Reports the keys that nobody has asked for. */
    void finish() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                problems.add(new Problem(
                        ProblemCode.OPS_001,
                        file + ":" + lines.get(key),
                        key,
                        "unknown key; known here: " + (asked.isEmpty() ? "none" : String.join(", ", asked))));
            }
        }
    }

    private void put(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
            values.put(key.getValue(), tuple.getValueNode());
            lines.put(key.getValue(), key.getStartMark().getLine() + 1);
        } else {
            problem(ProblemCode.OPS_002, tuple.getKeyNode(), null, "a key must be a plain word");
        }
    }

    private @Nullable Node ask(String key) {
        asked.add(key);
        return values.get(key);
    }

    private void problem(ProblemCode code, Node where, @Nullable String value, String detail) {
        problems.add(new Problem(code, file + ":" + (where.getStartMark().getLine() + 1), value, detail));
    }

    private static @Nullable String text(Node value) {
        return value instanceof ScalarNode scalar ? scalar.getValue() : null;
    }
}
