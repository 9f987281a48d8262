package io.claimgate.flow.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain goes on, if its end in the database is the one that was anchored. A block is committed before its head is anchored, so
 * the anchor may lag by the one block at which a process died; that one is anchored now. Everything else is somebody's doing.
 */
final class ChainEnd {

    private final ChainStore store;
    private final Heads heads;
    private final AuditKeys keys;

    ChainEnd(ChainStore store, Heads heads, AuditKeys keys) {
        this.store = store;
        this.heads = heads;
        this.keys = keys;
    }

    sealed interface End {
        /** @param newest null where there is no block yet */
        record Sound(@Nullable Block newest) implements End {}

        /** @param why what does not fit, and the mend */
        record Broken(String why) implements End {}
    }

    End find() {
        Block newest = store.newest().orElse(null);
        Block head;
        try {
            head = heads.last().orElse(null);
        } catch (Heads.Unreadable e) {
            return new End.Broken(String.valueOf(e.getMessage()));
        }
        if (newest == null) {
            return head == null ? new End.Sound(null) : new End.Broken(cut(head, "no block at all"));
        }
        Optional<String> unsound = unsound(newest);
        if (unsound.isPresent()) {
            return new End.Broken(unsound.get());
        }
        if (head != null && head.hash().equals(newest.hash())) {
            return new End.Sound(newest);
        }
        if (head == null ? newest.follows() : newest.follows(head)) {
            heads.append(newest);
            return new End.Sound(newest);
        }
        return new End.Broken(
                head == null || head.number() < newest.number()
                        ? "the heads file ends before block " + newest.number() + "; restore it from its copy"
                        : cut(head, "block " + newest.number()));
    }

    private static String cut(Block head, String found) {
        return "block " + head.number() + " was sealed and the database ends with " + found
                + "; restore the database, or, where an older one is meant, cut the heads file to it by hand and keep a copy";
    }

    private Optional<String> unsound(Block newest) {
        VerifyingKey key = keys.trusted(newest.header().keyId()).orElse(null);
        if (key == null) {
            return Optional.of("block " + newest.number() + " is signed with key "
                    + newest.header().keyId() + ", which is not in the keys folder; bring its audit-*.pem files there");
        }
        return newest.hashFits() && newest.signedBy(key)
                ? Optional.empty()
                : Optional.of("block " + newest.number() + " was changed; restore it from a backup");
    }
}
