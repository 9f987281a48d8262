package io.claimgate.operations.access;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose data an account sees.
 *
 * @param names the creditors; empty together with {@code all}
 * @param all every creditor, and what belongs to none
 */
public record Creditors(Set<String> names, boolean all) implements Serializable {

    /** How "all of them" is written. */
    public static final String ALL = "*";

    public Creditors {
        names = Set.copyOf(names);
    }

    /** From the words of the API: creditor codes, or {@code *}. */
    public static Creditors of(Collection<String> words) {
        boolean all = words.contains(ALL);
        return new Creditors(all ? Set.of() : Set.copyOf(words), all);
    }

    static Creditors parse(String commaSeparated) {
        return of(List.of(commaSeparated.split(",")).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Whether something of this creditor may be seen; what belongs to no creditor is for those who see all. */
    public boolean sees(String creditor) {
        return all || names.contains(creditor);
    }

    /** Whether all that {@code other} sees may be seen. */
    public boolean includes(Creditors other) {
        return all || (!other.all && names.containsAll(other.names));
    }

    /** In the words of the API, sorted. */
    public List<String> words() {
        return all ? List.of(ALL) : List.copyOf(new TreeSet<>(names));
    }
}
