package io.claimgate.flow.declaration;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.LastLook;
import java.util.function.Supplier;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** The process dies at its N-th operation (a commit, a call), before it, or after it with its reply lost. */
final class Death {

    private final int at;
    private final boolean before;
    private int operations;
    private boolean happened;

    Death(int at, boolean before) {
        this.at = at;
        this.before = before;
    }

    /** What a dying process leaves behind. */
    static final class Died extends Error {
        Died(String where) {
            super(where);
        }
    }

    boolean happened() {
        return happened;
    }

    @Override
    public String toString() {
        return (before ? "before" : "after") + " operation " + at;
    }

    /** From now on the world's transactions and calls are counted, and one is the last. */
    void comesTo(World world) {
        TransactionOperations real = world.stores.transactions;
        TransactionOperations mortal = new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) throws TransactionException {
                return around(() -> real.execute(action));
            }
        };
        Ideas ideas = world.ideas;
        world.ideas = new Ideas(
                ideas.tasks(),
                ideas.events(),
                ideas.alerts(),
                ideas.vault(),
                ideas.clock(),
                ideas.systemClock(),
                mortal);
        InsurerChannel channel = world.insurer.channels().of("sandbox");
        world.wire(insurer -> new MortalChannel(channel, this));
    }

    private <T> T around(Supplier<T> operation) {
        boolean now = ++operations == at;
        happened |= now;
        if (now && before) {
            throw new Died("before operation " + at);
        }
        T result = operation.get();
        if (now) {
            throw new Died("after operation " + at);
        }
        return result;
    }

    private record MortalChannel(InsurerChannel real, Death death) implements InsurerChannel {
        @Override
        public Terms terms() {
            return real.terms();
        }

        @Override
        public byte[] render(Declaration declaration) {
            return death.around(() -> real.render(declaration));
        }

        @Override
        public byte[] render(Claim claim, ClaimChange change) {
            return death.around(() -> real.render(claim, change));
        }

        @Override
        public Reply<Answer> declare(ClaimKey key, byte[] payload, LastLook look) {
            return death.around(() -> real.declare(key, payload, look));
        }

        @Override
        public Reply<Answer> change(ClaimKey key, ChangeKind kind, int number, byte[] payload, LastLook look) {
            return death.around(() -> real.change(key, kind, number, payload, look));
        }

        @Override
        public Reply<Query> ask(ClaimKey key) {
            return death.around(() -> real.ask(key));
        }
    }
}
