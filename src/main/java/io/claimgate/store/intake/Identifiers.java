package io.claimgate.store.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The names under which buyers are known: customer numbers, registrations, VAT numbers. One of them, one buyer. */
final class Identifiers {

    static final String VAT = "VAT";

    /** One name. @param scheme {@code erp:<source>}, an ISO 6523 code, VAT, {@code insurer:<insurer>} */
    record Key(String creditor, String scheme, String value) {}

    private final NamedParameterJdbcTemplate sql;
    private final Map<Key, KnownBuyer> owners = new HashMap<>();
    private final List<Key> fresh = new ArrayList<>();

    Identifiers(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /** The buyer ids of those keys that are known. */
    Map<Key, Long> load(Set<Key> keys) {
        Map<Key, Long> found = new HashMap<>();
        Map<List<String>, Set<String>> byScheme = new HashMap<>();
        for (Key key : keys) {
            byScheme.computeIfAbsent(List.of(key.creditor(), key.scheme()), any -> new HashSet<>())
                    .add(key.value());
        }
        byScheme.forEach((scope, values) -> sql.query(
                "select id_value, buyer_id from buyer_identifier where creditor = :creditor and scheme = :scheme and id_value in (:values)",
                Map.of("creditor", scope.get(0), "scheme", scope.get(1), "values", values),
                row -> {
                    found.put(new Key(scope.get(0), scope.get(1), row.getString(1)), row.getLong(2));
                }));
        return found;
    }

    void known(Key key, KnownBuyer owner) {
        owners.put(key, owner);
    }

    @Nullable
    KnownBuyer owner(@Nullable Key key) {
        return key == null ? null : owners.get(key);
    }

    /** Gives a free name to the buyer; false if another has it. */
    boolean claim(Key key, KnownBuyer buyer) {
        KnownBuyer owner = owners.putIfAbsent(key, buyer);
        if (owner == null) {
            fresh.add(key);
        }
        return owner == null || owner == buyer;
    }

    /** Writes the new ones, sorted: two files that bring the same buyers lock them in the same order. */
    void write() {
        Map<String, Object[]> sorted = new TreeMap<>();
        for (Key key : fresh) {
            KnownBuyer owner = owners.get(key);
            if (owner != null) {
                sorted.put(
                        String.join("\n", key.creditor(), key.scheme(), key.value()),
                        new Object[] {key.creditor(), key.scheme(), key.value(), owner.id});
            }
        }
        if (!sorted.isEmpty()) {
            sql.getJdbcOperations()
                    .batchUpdate(
                            "insert into buyer_identifier (creditor, scheme, id_value, buyer_id) values (?, ?, ?, ?)",
                            List.copyOf(sorted.values()));
        }
    }
}
