package io.claimgate.store.intake;

import io.claimgate.feed.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What staged events change against the facts that stand already.
 *
 * @param counts by line: a line that makes one fact is created, however many others it leaves as they are
 * @param lines that change something, with the hash of their content
 * @param buyers whose facts change
 */
record FactChanges(
        List<StagedEvent> created,
        List<StagedEvent> updated,
        Counts counts,
        SortedMap<Long, UUID> lines,
        Set<Long> buyers) {

    record Key(String creditor, String text) {}

    /** @param known hash of the content of each fact that stands */
    static FactChanges of(List<StagedEvent> events, Map<Key, String> known) {
        Map<Key, String> told = new HashMap<>(known);
        List<StagedEvent> created = new ArrayList<>();
        List<StagedEvent> updated = new ArrayList<>();
        SortedMap<Long, UUID> lines = new TreeMap<>();
        Set<Long> all = new TreeSet<>();
        Set<Long> createdLines = new TreeSet<>();
        Set<Long> buyers = new TreeSet<>();
        for (StagedEvent event : events) {
            all.add(event.line());
            String before = told.put(
                    new Key(event.creditor(), event.key()), event.hash().toString());
            if (event.hash().toString().equals(before)) {
                continue;
            }
            if (before == null) {
                created.add(event);
                createdLines.add(event.line());
            } else {
                updated.add(event);
            }
            lines.put(event.line(), event.hash());
            buyers.add(event.buyerId());
        }
        long changed = lines.size();
        long fresh = createdLines.size();
        return new FactChanges(
                created, updated, Counts.ofApplied(fresh, changed - fresh, all.size() - changed, 0), lines, buyers);
    }
}
