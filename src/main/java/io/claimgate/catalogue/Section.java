package io.claimgate.catalogue;

import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
            problems.add(new Problem(
                    ProblemCode.OPS_003,
                    file + ":" + mapping.line(),
                    key,
                    "the key is missing; add it (contracts.md 3)"));
        }
        return node;
    }

    @Nullable
    String text(String key) {
        return scalar(key, node(key));
    }

    @Nullable
    String requiredText(String key) {
        return scalar(key, required(key));
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
            fault(line(key), key, "at least one value is needed");
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
        fault(line(key), key, "a list is needed here");
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
        fault(node.line(), key, "a mapping of keys and values is needed here");
        return null;
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
                        ProblemCode.OPS_001, file + ":" + entry.line(), key, "no such key here; known are " + known));
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
            return scalar.text().trim();
        }
        fault(node.line(), key, "a single value is needed here");
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
