package io.claimgate.catalogue;

import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a YAML file while it is read: hands out values, notes every fault with its line, and at the end refuses the keys that
 * nobody asked for.
 */
final class Section {

    private final String file;
    private final YamlNode.Mapping mapping;
    private final List<Problem> problems;
    private final Set<String> asked = new HashSet<>();

    Section(String file, YamlNode.Mapping mapping, List<Problem> problems) {
        this.file = file;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The whole file; null where it is no mapping of keys and values, which is a problem then. */
    static @Nullable Section read(String file, String text, List<Problem> problems) {
        YamlNode.Mapping mapping = new YamlTree(file, problems).read(text);
        return mapping == null ? null : new Section(file, mapping, problems);
    }

    int line() {
        return mapping.line();
    }

    /** The line of a key, of the mapping where the key is absent. */
    int line(String key) {
        YamlNode.Entry entry = mapping.view().get(key);
        return entry == null ? mapping.line() : entry.line();
    }

    Set<String> keys() {
        return mapping.view().keySet();
    }

    boolean has(String key) {
        return mapping.view().containsKey(key);
    }

    boolean isSection(String key) {
        YamlNode.Entry entry = mapping.view().get(key);
        return entry != null && entry.value() instanceof YamlNode.Mapping;
    }

    /** Any value; null and no fault where the key is absent. */
    @Nullable
    YamlNode node(String key) {
        asked.add(key);
        YamlNode.Entry entry = mapping.view().get(key);
        return entry == null ? null : entry.value();
    }

    /** A value that has to be there; a fault and null otherwise. */
    @Nullable
    YamlNode required(String key) {
        YamlNode node = node(key);
        if (node == null) {
            problems.add(new Problem(ProblemCode.OPS_003, file + ":" + mapping.line(), key, "is missing; add it"));
        }
        return node;
    }

    /** One value as it stands, which is not blank; null where the key is absent. */
    @Nullable
    String text(String key) {
        return scalar(key, node(key));
    }

    @Nullable
    String requiredText(String key) {
        return scalar(key, required(key));
    }

    /** One value as it stands, where blanks and nothing mean something too; null where the key or its value is absent. */
    @Nullable
    String raw(String key) {
        YamlNode node = node(key);
        if (node == null || node instanceof YamlNode.Scalar) {
            return node == null ? null : ((YamlNode.Scalar) node).text();
        }
        return scalar(key, node);
    }

    /** Every value by its key, as it stands. */
    Map<String, String> raws() {
        Map<String, String> raws = new LinkedHashMap<>();
        for (String key : keys()) {
            String raw = raw(key);
            if (raw != null) {
                raws.put(key, raw);
            } else if (node(key) instanceof YamlNode.Scalar empty) {
                fault(empty.line(), key, "wants one value; write \"\" where it means an empty one");
            }
        }
        return raws;
    }

    /** A single character; null where the key is absent or its value empty. */
    @Nullable
    Character character(String key) {
        String text = raw(key);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > 1) {
            wrong(key, "must be one character");
            return null;
        }
        return text.charAt(0);
    }

    /** One of the words allowed; the usual one where the key is absent or wrong. */
    String word(String key, String usual, List<String> allowed) {
        String text = text(key);
        if (text != null && !allowed.contains(text)) {
            wrong(key, "must be one of " + String.join(", ", allowed));
        }
        return text != null && allowed.contains(text) ? text : usual;
    }

    /** A value read by {@code reader}; whatever it throws as an IllegalArgumentException or DateTimeException becomes the fault. */
    <T> @Nullable T value(String key, Function<String, T> reader) {
        return read(key, text(key), reader);
    }

    <T> @Nullable T requiredValue(String key, Function<String, T> reader) {
        return read(key, requiredText(key), reader);
    }

    /** A word of an enum, written in lower case with hyphens, camel case, or as the constant itself. */
    <E extends Enum<E>> @Nullable E word(String key, Class<E> type) {
        return value(key, text -> constant(type, text));
    }

    <E extends Enum<E>> @Nullable E requiredWord(String key, Class<E> type) {
        return requiredValue(key, text -> constant(type, text));
    }

    /** A list of texts; one text is a list of one. Empty where the key is absent or wrong. */
    List<String> texts(String key) {
        return texts(key, node(key));
    }

    List<String> requiredTexts(String key) {
        YamlNode node = required(key);
        List<String> texts = texts(key, node);
        if (node != null && texts.isEmpty()) {
            fault(line(key), key, "wants at least one value");
        }
        return texts;
    }

    /** A nested mapping; null where the key is absent or holds something else. */
    @Nullable
    Section section(String key) {
        return section(key, node(key));
    }

    @Nullable
    Section requiredSection(String key) {
        return section(key, required(key));
    }

    /** The items of a list of mappings. */
    List<Section> sections(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> section(key, item))
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
        fault(line(key), key, "wants a list");
        return List.of();
    }

    @Nullable
    Section section(String key, @Nullable YamlNode node) {
        if (node == null) {
            return null;
        }
        if (node instanceof YamlNode.Mapping nested) {
            return new Section(file, nested, problems);
        }
        fault(node.line(), key, "wants a mapping of keys and values");
        return null;
    }

    /** The value of a key is wrong. */
    void wrong(String key, String detail) {
        YamlNode.Entry entry = mapping.view().get(key);
        wrong(key, entry != null && entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : null, detail);
    }

    /** The same, about a value that is not quite what stands there. */
    void wrong(String key, @Nullable String value, String detail) {
        problems.add(new Problem(ProblemCode.OPS_002, file + ":" + line(key) + ", " + key, value, detail));
    }

    /** What is needed here is not there. */
    void missing(String detail) {
        problems.add(new Problem(ProblemCode.OPS_003, file + ":" + line(), null, detail));
    }

    void fault(int line, @Nullable String value, String detail) {
        problems.add(new Problem(ProblemCode.OPS_002, file + ":" + line, value, detail));
    }

    /** Refuses every key that was never asked for. */
    void noOther() {
        mapping.view().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String known = asked.stream().sorted().collect(Collectors.joining(", "));
                problems.add(new Problem(
                        ProblemCode.OPS_001,
                        file + ":" + entry.line(),
                        key,
                        "is not known here; known are " + (known.isEmpty() ? "none" : known)));
            }
        });
    }

    static BigDecimal decimal(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.precision() > 30 || Math.abs((long) value.scale()) > 30) {
                throw new IllegalArgumentException("has more digits than an amount can have");
            }
            return value;
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("not a number; write it like 300.00", notANumber);
        }
    }

    private @Nullable String scalar(String key, @Nullable YamlNode node) {
        if (node == null) {
            return null;
        }
        if (node instanceof YamlNode.Scalar scalar
                && scalar.text() != null
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        fault(node.line(), key, "wants one value");
        return null;
    }

    private List<String> texts(String key, @Nullable YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> scalar(key, item))
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
        String one = scalar(key, node);
        return one == null ? List.of() : List.of(one);
    }

    private <T> @Nullable T read(String key, @Nullable String text, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            fault(line(key), text, key + ": " + wrong.getMessage());
            return null;
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        String wanted = text.replace("-", "").replace("_", "").toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().replace("_", "").equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }
}
