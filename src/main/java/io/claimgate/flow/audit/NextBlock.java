package io.claimgate.flow.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects what goes into the next block: every event that is visible now, in the order of the ids. One with a lower id that commits later
 * goes into a later block. What no gateway vouches for is left out.
 */
final class NextBlock {

    /** A block is one transaction on rows that the publisher wants too. */
    static final int MOST = 5_000;

    private static final int PAGE = 1_000;

    private final AuditKeys keys;
    private final List<Long> ids = new ArrayList<>();
    private final List<Long> refused = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree();

    NextBlock(AuditKeys keys) {
        this.keys = keys;
    }

    NextBlock collect(ChainStore store) {
        List<KeptEvent> page = store.unsealed(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::take);
            page = ids.size() < MOST
                    ? store.unsealed(page.get(page.size() - 1).event().id(), PAGE)
                    : List.of();
        }
        return this;
    }

    private void take(KeptEvent kept) {
        if (ids.size() == MOST) {
            return;
        }
        if (kept.payload() != null && kept.payloadFits() && keys.vouchedFor(kept)) {
            ids.add(kept.event().id());
            tree.add(kept.event().leaf());
        } else {
            refused.add(kept.event().id());
        }
    }

    List<Long> ids() {
        return ids;
    }

    /** Ids of events that are not as a gateway recorded them. */
    List<Long> refused() {
        return refused;
    }

    /** Empty where there is nothing to seal. */
    Optional<Block> behind(@Nullable Block newest, Instant now) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Block.sign(
                new Block.Header(
                        newest == null ? 1 : newest.number() + 1,
                        ids.get(0),
                        ids.get(ids.size() - 1),
                        ids.size(),
                        tree.root(),
                        newest == null ? Block.NOTHING : newest.hash(),
                        now,
                        keys.current().id()),
                keys.current()));
    }
}
