package io.claimgate.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must be written so that the books show what is true. A movement is never edited: what became wrong is reversed, what is right is
 * written anew. The same facts again change nothing.
 *
 * @param reversed versions that stand and are wrong
 * @param booked what is right and does not stand
 */
public record MovementChanges(List<Entry> reversed, List<Entry> booked) {

    /**
     * @param version from 1 within its root
     */
    public record Entry(Movement movement, int version) {

        /** Unique for ever. */
        public String cause() {
            return version == 1 ? movement.root() : movement.root() + "/" + version;
        }

        /** The cause of its reversal. */
        public String reversalCause() {
            return movement.root() + "/" + version + "/reversed";
        }
    }

    public MovementChanges {
        reversed = List.copyOf(reversed);
        booked = List.copyOf(booked);
    }

    public boolean none() {
        return reversed.isEmpty() && booked.isEmpty();
    }

    /**
     * @param standing what was written and not reversed, by root
     * @param versions the last version of every root, reversed ones included
     * @param wanted in the order in which it shall be written
     */
    public static MovementChanges between(
            Map<String, Entry> standing, Map<String, Integer> versions, List<Movement> wanted) {
        List<Entry> reversed = new ArrayList<>();
        List<Entry> booked = new ArrayList<>();
        Map<String, Entry> gone = new TreeMap<>(standing);
        Map<String, Movement> byRoot = new LinkedHashMap<>();
        wanted.forEach(movement -> byRoot.put(movement.root(), movement));
        byRoot.forEach((root, movement) -> {
            Entry stands = gone.remove(root);
            if (stands != null && stands.movement().sameMoney(movement)) {
                return;
            }
            if (stands != null) {
                reversed.add(stands);
            }
            booked.add(new Entry(movement, versions.getOrDefault(root, 0) + 1));
        });
        reversed.addAll(gone.values());
        return new MovementChanges(reversed, booked);
    }
}
