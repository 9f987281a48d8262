package io.claimgate.flow.audit;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Leases;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts recorded events into signed blocks and anchors each block's head outside of the database. One gateway at a time (lease); should two
 * ever meet, the block's number lets only one of them in.
 */
public final class Sealer {

    /** What its alerts are about. */
    static final String SUBJECT = "audit";

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final String LEASE_NAME = "sealer";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final List<ProblemCode> SOUND = List.of(ProblemCode.SEC_020, ProblemCode.SEC_021);
    private static final int ADOPTED_AT_ONCE = 1_000;

    private final ChainStore store;
    private final Heads heads;
    private final AuditKeys keys;
    private final Leases leases;
    private final Ideas ideas;
    private final String owner;
    private final ChainEnd chainEnd;

    public Sealer(ChainStore store, Heads heads, AuditKeys keys, Leases leases, Ideas ideas, String owner) {
        this.store = store;
        this.heads = heads;
        this.keys = keys;
        this.leases = leases;
        this.ideas = ideas;
        this.owner = owner;
        this.chainEnd = new ChainEnd(store, heads, keys);
    }

    /** Seals what is there; how many events went into blocks. 0 also while another gateway seals, or where the chain is broken. */
    public synchronized int seal() {
        if (store.unsealed(0, 1).isEmpty() && anchored()) {
            return 0;
        }
        if (!leases.hold(LEASE_NAME, owner, LEASE)) {
            return 0;
        }
        try {
            return rounds();
        } finally {
            leases.release(LEASE_NAME, owner);
        }
    }

    private int rounds() {
        int sealed = 0;
        int round = NextBlock.MOST;
        while (round == NextBlock.MOST && leases.hold(LEASE_NAME, owner, LEASE)) {
            round = round();
            sealed += round;
        }
        return sealed;
    }

    private boolean anchored() {
        try {
            Block newest = store.newest().orElse(null);
            Block head = heads.last().orElse(null);
            return newest == null ? head == null : head != null && head.hash().equals(newest.hash());
        } catch (Heads.Unreadable e) {
            return false;
        }
    }

    private int round() {
        ChainEnd.End end = chainEnd.find();
        if (end instanceof ChainEnd.End.Broken broken) {
            alert(ProblemCode.SEC_020, "the history is not sealed further: " + broken.why());
            return 0;
        }
        Block newest = ((ChainEnd.End.Sound) end).newest();
        adopt(newest);
        NextBlock next = new NextBlock(keys);
        Block block = ideas.transactions().execute(status -> commit(next, newest));
        if (block != null) {
            heads.append(block);
            LOG.debug("block {} seals {} events", block.number(), next.ids().size());
        }
        tell(next.refused());
        return next.ids().size();
    }

    private @Nullable Block commit(NextBlock next, @Nullable Block newest) {
        Block block = next.collect(store).behind(newest, ideas.systemNow()).orElse(null);
        if (block != null) {
            store.seal(block, next.ids());
        }
        return block;
    }

    /** Before the first block: a database from before there were stamps has events that nobody could vouch for. */
    private void adopt(@Nullable Block newest) {
        Integer adopted = newest == null ? ADOPTED_AT_ONCE : 0;
        while (adopted != null && adopted == ADOPTED_AT_ONCE) {
            adopted = ideas.transactions().execute(status -> store.adopt(keys, ADOPTED_AT_ONCE));
        }
    }

    private void tell(List<Long> refused) {
        List<ProblemCode> over = refused.isEmpty() ? SOUND : List.of(ProblemCode.SEC_020);
        ideas.transactions().executeWithoutResult(status -> ideas.alerts().clearAll(over, SUBJECT, EventLog.MACHINE));
        if (!refused.isEmpty()) {
            alert(
                    ProblemCode.SEC_021,
                    refused.size() + " events are not as a gateway recorded them, the first is event " + refused.get(0)
                            + ", and are not sealed; verify the audit, and see that all gateways on one database share their keys");
        }
    }

    private void alert(ProblemCode code, String message) {
        ideas.transactions()
                .executeWithoutResult(status -> ideas.alerts()
                        .raise(code, Alerts.Severity.CRITICAL, SUBJECT, "", "*", code.code() + " " + message));
    }
}
