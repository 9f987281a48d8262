package io.claimgate.feed;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose receivables a source tells of.
 *
 * @param fixed the one creditor; null where a column tells
 * @param column the source column that names the company; null with a fixed creditor
 * @param map the column's value to the creditor; others are refused
 */
public record CreditorRule(@Nullable String fixed, @Nullable String column, Map<String, String> map) {

    /** Stands for "several" on rows about a whole file. */
    public static final String SEVERAL = "*";

    public CreditorRule {
        map = Map.copyOf(map);
        if ((fixed == null) == (column == null)) {
            throw new IllegalArgumentException("creditor needs either a name or a column");
        }
    }

    public static CreditorRule one(String creditor) {
        return new CreditorRule(creditor, null, Map.of());
    }

    /** The creditor of a whole file, {@link #SEVERAL} where its rows tell. */
    public String ofFile() {
        return fixed == null ? SEVERAL : fixed;
    }

    /** Every creditor that the source may name. */
    public Set<String> all() {
        return fixed == null ? new TreeSet<>(map.values()) : Set.of(fixed);
    }
}
