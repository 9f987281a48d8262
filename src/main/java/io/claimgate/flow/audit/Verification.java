package io.claimgate.flow.audit;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the whole history: blocks with their events, streams, the unsealed end, the anchor. It reads page by page, so that its memory does
 * not grow with the history, and beside the working gateway: what is recorded meanwhile raises no false alarm.
 */
public final class Verification {

    private static final int PAGE = 200;

    private final ChainStore store;
    private final Heads heads;
    private final AuditKeys keys;
    private final Clock systemClock;

    public Verification(ChainStore store, Heads heads, AuditKeys keys, Clock systemClock) {
        this.store = store;
        this.heads = heads;
        this.keys = keys;
        this.systemClock = systemClock;
    }

    public Verdict run() {
        Verdict.Tally tally = new Verdict.Tally();
        long newest = store.newest().map(Block::number).orElse(0L);
        try (HeadsCheck anchor = new HeadsCheck(store, heads, tally)) {
            blocks(newest, new BlockCheck(store, keys, tally), anchor);
            anchor.end(systemClock.instant());
        }
        new StreamCheck(store, tally).check();
        new TailCheck(store, keys, tally).check();
        return tally.verdict();
    }

    /** Up to the block that was the newest at the beginning. */
    private void blocks(long newest, BlockCheck check, HeadsCheck anchor) {
        Block before = null;
        List<Block> page = store.blocks(0, PAGE);
        while (!page.isEmpty() && page.get(0).number() <= newest) {
            for (Block block : page) {
                if (block.number() <= newest) {
                    check.check(block, before);
                    anchor.at(block);
                }
                before = block;
            }
            page = store.blocks(last(before), PAGE);
        }
    }

    private static long last(@Nullable Block block) {
        return block == null ? 0 : block.number();
    }
}
