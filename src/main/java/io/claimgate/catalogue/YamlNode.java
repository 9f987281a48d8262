package io.claimgate.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML file that knows its line. Everything is text until somebody asks for more: {@code 010} stays {@code 010}. */
sealed interface YamlNode {

    /** 1 for the first line. */
    int line();

    /** @param text null for an empty value */
    record Scalar(int line, @Nullable String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** Keys in the order of the file. */
    record Mapping(int line, LinkedHashMap<String, Entry> entries) implements YamlNode {
        Map<String, Entry> view() {
            return entries;
        }
    }

    /** @param line of the key */
    record Entry(int line, YamlNode value) {}
}
