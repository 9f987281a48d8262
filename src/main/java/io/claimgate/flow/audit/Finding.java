package io.claimgate.flow.audit;

/**
 * Something that is not as it was recorded.
 *
 * @param place {@code event 12}, {@code block 3}, {@code stream claim/X}
 * @param creditor whose it is; {@code *} for the chain's own
 */
public record Finding(Kind kind, String place, String creditor, String message) {

    /** What was done. */
    public enum Kind {
        PAYLOAD_CHANGED("restore the payload; the commitment in the sealed event tells the right one"),
        EVENT_CHANGED("restore the row from a backup; its block tells the right one"),
        EVENT_DELETED("restore the missing rows from a backup"),
        EVENT_INSERTED("find out who writes into the database, and remove the row"),
        EVENTS_REORDERED("restore ids and numbers from a backup"),
        EVENT_WITHOUT_BLOCK("restore the block from a backup or from the heads file"),
        STREAM_GAP("restore the missing rows from a backup"),
        BLOCK_CHANGED("restore the block from the heads file"),
        BLOCK_DELETED("restore the block from the heads file"),
        BLOCKS_CUT("restore the database; the heads file tells what is missing"),
        SIGNATURE_WRONG("restore the block from the heads file"),
        KEY_UNKNOWN("bring the key's audit-*.pub.pem into the keys folder, if it is one of ours"),
        CHAIN_BROKEN("restore the blocks from the heads file"),
        HEAD_DIFFERS("compare the heads file with its copies; one of both was changed"),
        HEADS_CUT("restore the heads file from its copy; the blocks are in the database"),
        HEADS_UNREADABLE("restore the heads file from its copy");

        private final String mend;

        Kind(String mend) {
            this.mend = mend;
        }

        /** As it is written in answers: {@code payload-changed}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** What to do about it. */
        public String mend() {
            return mend;
        }
    }

    static Finding of(Kind kind, AuditEvent event, String message) {
        return new Finding(kind, "event " + event.id(), event.creditor(), message);
    }

    static Finding of(Kind kind, Block block, String message) {
        return new Finding(kind, "block " + block.number(), "*", message);
    }
}
