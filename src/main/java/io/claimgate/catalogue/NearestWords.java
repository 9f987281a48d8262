package io.claimgate.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The words that somebody may have meant, the likeliest first. */
final class NearestWords {

    private NearestWords() {}

    /** {@code ORIGINAL_DUE_DATE, EXTENDED_DUE_DATE, ...}: by the fewest letters to change, then by the alphabet. */
    static String of(String written, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining(", "));
    }

    /** Levenshtein's: letters to put in, take out or replace. A word that holds the other whole is nearer than that. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        int distance = before[other.length()];
        return !one.isEmpty() && other.contains(one) ? distance / 2 : distance;
    }
}
