package io.claimgate.catalogue;

import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A table of a YAML file that knows the line of everything in it. Values are texts; tags and anchors build nothing. */
final class YamlTable {

    private final String file;
    private final int line;
    private final Map<String, Node> values;
    private final List<Problem> problems;

    private YamlTable(String file, MappingNode node, List<Problem> problems) {
        this.file = file;
        this.line = node.getStartMark().getLine() + 1;
        this.problems = problems;
        this.values = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, entry.getValueNode()) != null) {
                problems.add(new Problem(
                        ProblemCode.OPS_002, place(entry.getKeyNode()), key, "stands twice; keep one of them"));
            }
        }
    }

    /** Reads a file whose top is a table; null, and a problem, if it is none. */
    static @Nullable YamlTable read(String file, String text, List<Problem> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        try {
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root instanceof MappingNode table) {
                return new YamlTable(file, table, problems);
            }
            problems.add(new Problem(ProblemCode.OPS_002, file + ":1", null, "is not a table; write key: value"));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.add(new Problem(
                    ProblemCode.OPS_002,
                    file + ":" + (mark == null ? 1 : mark.getLine() + 1),
                    null,
                    "is not YAML: " + e.getProblem()));
        }
        return null;
    }

    void onlyKeys(Set<String> known) {
        values.forEach((key, node) -> {
            if (!known.contains(key)) {
                problems.add(new Problem(
                        ProblemCode.OPS_001,
                        place(node),
                        key,
                        "is not known here; the keys are "
                                + known.stream().sorted().toList()));
            }
        });
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A value that must be there. */
    @Nullable
    String text(String key) {
        String found = optional(key);
        if (found == null && !values.containsKey(key)) {
            missing(key);
        }
        return found;
    }

    @Nullable
    String optional(String key) {
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        problems.add(new Problem(ProblemCode.OPS_002, place(node), key, "wants one value"));
        return null;
    }

    /** A table that must be there. */
    @Nullable
    YamlTable table(String key) {
        Node node = values.get(key);
        if (node instanceof MappingNode table) {
            return new YamlTable(file, table, problems);
        }
        if (node == null) {
            missing(key);
        } else {
            problems.add(new Problem(ProblemCode.OPS_002, place(node), key, "wants a table"));
        }
        return null;
    }

    /** A table that may be absent. */
    @Nullable
    YamlTable optionalTable(String key) {
        return values.containsKey(key) ? table(key) : null;
    }

    /** A list of values; empty if there is none. */
    List<String> texts(String key) {
        Node node = values.get(key);
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node one : list.getValue()) {
                if (one instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                    texts.add(scalar.getValue());
                } else {
                    problems.add(new Problem(ProblemCode.OPS_002, place(one), key, "wants values in its list"));
                }
            }
        } else if (node != null) {
            problems.add(new Problem(ProblemCode.OPS_002, place(node), key, "wants a list"));
        }
        return texts;
    }

    /** A list of tables; empty if there is none. */
    List<YamlTable> tables(String key) {
        Node node = values.get(key);
        List<YamlTable> tables = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node one : list.getValue()) {
                if (one instanceof MappingNode table) {
                    tables.add(new YamlTable(file, table, problems));
                } else {
                    problems.add(new Problem(ProblemCode.OPS_002, place(one), key, "wants tables in its list"));
                }
            }
        } else if (node != null) {
            problems.add(new Problem(ProblemCode.OPS_002, place(node), key, "wants a list"));
        }
        return tables;
    }

    void wrong(String key, String value, String detail) {
        Node node = values.get(key);
        problems.add(new Problem(
                ProblemCode.OPS_002, (node == null ? file + ":" + line : place(node)) + ", " + key, value, detail));
    }

    private void missing(String key) {
        problems.add(new Problem(ProblemCode.OPS_003, file + ":" + line, key, "is missing; add it"));
    }

    private String place(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }
}
