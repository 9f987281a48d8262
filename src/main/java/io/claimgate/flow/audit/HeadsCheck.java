package io.claimgate.flow.audit;

import io.claimgate.flow.audit.Finding.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Walks the heads file beside the blocks of the database. */
final class HeadsCheck implements AutoCloseable {

    /** A head is written just after its block is committed; a process that dies in between leaves it to the next seal. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final ChainStore store;
    private final Verdict.Tally tally;
    private final Heads.Walk walk;
    private @Nullable Block next;
    private @Nullable Block firstWithout;
    private int without;

    HeadsCheck(ChainStore store, Heads heads, Verdict.Tally tally) {
        this.store = store;
        this.tally = tally;
        this.walk = heads.walk();
        this.next = read();
    }

    /** The next block of the database. */
    void at(Block block) {
        Block head = next;
        while (head != null && head.number() < block.number()) {
            tally.add(Finding.of(Kind.BLOCK_DELETED, head, "the heads file has it and the database has not"));
            head = read();
        }
        if (head == null || head.number() > block.number()) {
            firstWithout = firstWithout == null ? block : firstWithout;
            without++;
            next = head;
            return;
        }
        if (!head.hash().equals(block.hash())) {
            tally.add(Finding.of(Kind.HEAD_DIFFERS, block, "the heads file has another hash for it"));
        }
        next = read();
    }

    /** The database has no more blocks. */
    void end(Instant now) {
        int cut = 0;
        Block first = null;
        for (Block head = next; head != null; head = read()) {
            if (!there(head)) {
                first = first == null ? head : first;
                cut++;
            }
        }
        if (first != null) {
            tally.add(Finding.of(
                    Kind.BLOCKS_CUT,
                    first,
                    "the heads file has it and " + (cut - 1) + " behind it, the database has not"));
        }
        Block missing = firstWithout;
        if (missing != null && !(without == 1 && missing.header().sealedAt().isAfter(now.minus(ON_ITS_WAY)))) {
            tally.add(Finding.of(
                    Kind.HEADS_CUT, missing, "the heads file lacks it and " + (without - 1) + " other blocks"));
        }
    }

    /** What was sealed since the walk began is there. */
    private boolean there(Block head) {
        return store.block(head.number())
                .filter(block -> block.hash().equals(head.hash()))
                .isPresent();
    }

    private @Nullable Block read() {
        try {
            return walk.hasNext() ? walk.next() : null;
        } catch (Heads.Unreadable e) {
            tally.add(new Finding(Kind.HEADS_UNREADABLE, "heads file", "*", String.valueOf(e.getMessage())));
            return null;
        }
    }

    @Override
    public void close() {
        walk.close();
    }
}
