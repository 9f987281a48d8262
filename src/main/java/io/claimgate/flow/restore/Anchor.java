package io.claimgate.flow.restore;

import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.audit.Block;
import io.claimgate.flow.audit.ChainStore;
import io.claimgate.flow.audit.Heads;
import io.claimgate.flow.declaration.Outgoing;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the history go on from where the restored database ends, once persons have released it. The heads of the blocks that were lost are
 * kept beside, and the new history says so: it is a fork that everybody can see.
 */
public final class Anchor {

    private final ChainStore chain;
    private final Heads heads;
    private final Surroundings surroundings;
    private final Ideas ideas;

    public Anchor(ChainStore chain, Heads heads, Surroundings surroundings, Ideas ideas) {
        this.chain = chain;
        this.heads = heads;
        this.surroundings = surroundings;
        this.ideas = ideas;
    }

    void cut(Restore restore) {
        long newest = chain.newest().map(Block::number).orElse(0L);
        Optional<Block> head = heads.last();
        if (head.isEmpty() || head.get().number() <= newest) {
            return;
        }
        String copy = surroundings.cutHeads(newest);
        ideas.transactions()
                .executeWithoutResult(status -> ideas.events()
                        .record(
                                Outgoing.RESTORE_SUBJECT,
                                "gateway.history-forked",
                                EventLog.MACHINE,
                                "*",
                                Map.of(
                                        "restore",
                                        restore.id(),
                                        "goesOnBehindBlock",
                                        newest,
                                        "lostUpToBlock",
                                        head.get().number(),
                                        "lostHead",
                                        head.get().hash(),
                                        "copy",
                                        copy)));
    }
}
