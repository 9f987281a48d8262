package io.claimgate.flow.audit;

import io.claimgate.flow.audit.Finding.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at one block: its own fields, its place in the chain, and every event in it. */
final class BlockCheck {

    private static final int PAGE = 1_000;

    private final ChainStore store;
    private final AuditKeys keys;
    private final Verdict.Tally tally;

    BlockCheck(ChainStore store, AuditKeys keys, Verdict.Tally tally) {
        this.store = store;
        this.keys = keys;
        this.tally = tally;
    }

    /** @param before the block that was looked at before; null for the first */
    void check(Block block, @Nullable Block before) {
        tally.blocks++;
        place(block, before);
        signature(block);
        events(block);
    }

    private void place(Block block, @Nullable Block before) {
        long expected = before == null ? 1 : before.number() + 1;
        if (block.number() != expected) {
            String missing = expected == block.number() - 1
                    ? "block " + expected + " is missing"
                    : "blocks " + expected + " to " + (block.number() - 1) + " are missing";
            tally.add(Finding.of(Kind.BLOCK_DELETED, block, missing + " before it"));
        } else if (before == null ? !block.follows() : !block.follows(before)) {
            tally.add(Finding.of(Kind.CHAIN_BROKEN, block, "it does not name the hash of the block before"));
        }
    }

    private void signature(Block block) {
        String keyId = block.header().keyId();
        if (!block.hashFits()) {
            tally.add(Finding.of(Kind.BLOCK_CHANGED, block, "its fields do not give its hash"));
        }
        keys.trusted(keyId)
                .ifPresentOrElse(
                        key -> {
                            if (!block.signedBy(key)) {
                                tally.add(Finding.of(
                                        Kind.SIGNATURE_WRONG, block, "key " + keyId + " did not sign its fields"));
                            }
                        },
                        () -> tally.add(
                                Finding.of(Kind.KEY_UNKNOWN, block, "key " + keyId + " is not in the keys folder")));
    }

    private void events(Block block) {
        MerkleTree tree = new MerkleTree();
        each(block, kept -> {
            tree.add(kept.event().leaf());
            tally.events++;
            tally.erased += kept.payload() == null ? 1 : 0;
            if (!kept.payloadFits()) {
                tally.add(Finding.of(
                        Kind.PAYLOAD_CHANGED, kept.event(), "its payload is not the one it was sealed with"));
            }
        });
        int sealed = block.header().events();
        if (!tree.root().equals(block.header().merkleRoot()) || tree.leaves() != sealed) {
            whatWasDone(block, tree.leaves());
        }
    }

    /** The events are not those that were sealed; the gateways' stamps tell which one is not as it was recorded. */
    private void whatWasDone(Block block, int found) {
        int sealed = block.header().events();
        Kind each = found > sealed ? Kind.EVENT_INSERTED : Kind.EVENT_CHANGED;
        int[] odd = {0};
        each(block, kept -> {
            if (!keys.vouchedFor(kept)) {
                odd[0]++;
                tally.add(Finding.of(
                        each, kept.event(), "no gateway recorded it as it stands in block " + block.number()));
            }
        });
        String count = "it sealed " + sealed + " events and has " + found;
        if (found < sealed) {
            tally.add(Finding.of(Kind.EVENT_DELETED, block, count));
        } else if (found > sealed && odd[0] == 0) {
            tally.add(Finding.of(Kind.EVENT_INSERTED, block, count));
        } else if (odd[0] == 0) {
            tally.add(Finding.of(
                    Kind.EVENTS_REORDERED, block, "its events do not give its root, and each is as it was recorded"));
        }
    }

    private void each(Block block, java.util.function.Consumer<KeptEvent> look) {
        List<KeptEvent> page = store.members(block.header(), 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(look);
            page = store.members(
                    block.header(), page.get(page.size() - 1).event().id(), PAGE);
        }
    }
}
