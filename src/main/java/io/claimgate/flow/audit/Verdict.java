package io.claimgate.flow.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What a verification found.
 *
 * @param events that were looked at, sealed or not
 * @param unsealed those among them that are in no block yet
 * @param erased those whose payload was erased
 * @param found how many findings there were; the first {@link #TOLD} are told
 */
public record Verdict(
        boolean ok, long events, long blocks, long unsealed, long erased, long found, List<Finding> findings) {

    /** So many findings are told in full: a destroyed database must not fill the memory. */
    public static final int TOLD = 200;

    /** Counts up while the walk goes on. */
    static final class Tally {
        long events;
        long blocks;
        long unsealed;
        long erased;
        private long found;
        private final List<Finding> findings = new ArrayList<>();

        void add(Finding finding) {
            found++;
            if (findings.size() < TOLD) {
                findings.add(finding);
            }
        }

        Verdict verdict() {
            return new Verdict(found == 0, events, blocks, unsealed, erased, found, List.copyOf(findings));
        }
    }
}
