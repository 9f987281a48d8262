package io.claimgate.operations.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an account may do. Whoever has any right may also look; an admin has them all. */
public enum Right {
    VIEWER,
    OPERATOR,
    APPROVER,
    AUDITOR,
    ADMIN;

    /** As it is written in the API and in the database, {@code operator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The right of that word; throws {@link IllegalArgumentException} naming what is allowed. */
    public static Right of(String word) {
        return Arrays.stream(values())
                .filter(right -> right.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no right; use "
                        + Arrays.stream(values()).map(Right::word).collect(Collectors.joining(", "))));
    }

    /** All rights that come with these. */
    static Set<Right> implied(Set<Right> granted) {
        if (granted.contains(ADMIN)) {
            return EnumSet.allOf(Right.class);
        }
        Set<Right> all = granted.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.of(VIEWER);
        all.addAll(granted);
        return all;
    }

    static Set<Right> parse(String commaSeparated) {
        return List.of(commaSeparated.split(",")).stream()
                .filter(word -> !word.isBlank())
                .map(word -> of(word.strip()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    static String join(Set<Right> rights) {
        return new TreeSet<>(rights).stream().map(Right::word).collect(Collectors.joining(","));
    }
}
