package io.claimgate.flow.audit;

import java.time.Instant;
import java.util.Base64;

/**
 * A signed link of the chain.
 *
 * @param hash SHA-256 of {@link Header#text()} in hex
 * @param signature Ed25519 of the same text, in Base64
 */
public record Block(Header header, String hash, String signature) {

    /** What stands for "no block before". */
    public static final String NOTHING = "0".repeat(64);

    /**
     * What is signed.
     *
     * @param number from 1 on without a gap: as the key of its row it lets no chain fork
     * @param firstEvent smallest id in the block; ids of other blocks can lie between it and the last: a transaction may commit late
     * @param lastEvent largest id in the block
     * @param events how many; they stand in the tree in the order of their ids
     * @param merkleRoot in hex
     * @param previousHash of the block before, {@link #NOTHING} for the first
     * @param sealedAt system time
     * @param keyId whose signature it is
     */
    public record Header(
            long number,
            long firstEvent,
            long lastEvent,
            int events,
            String merkleRoot,
            String previousHash,
            Instant sealedAt,
            String keyId) {

        /** The bytes that are hashed and signed. */
        public byte[] text() {
            return new Canonical("claimgate-block 1")
                    .with("number", number)
                    .with("firstEvent", firstEvent)
                    .with("lastEvent", lastEvent)
                    .with("events", events)
                    .with("merkleRoot", merkleRoot)
                    .with("previousHash", previousHash)
                    .with("sealedAt", sealedAt)
                    .with("keyId", keyId)
                    .bytes();
        }
    }

    /** Seals a header. */
    static Block sign(Header header, AuditKey key) {
        byte[] text = header.text();
        return new Block(header, Sha256.hex(text), Base64.getEncoder().encodeToString(key.sign(text)));
    }

    public long number() {
        return header.number();
    }

    boolean hashFits() {
        return hash.equals(Sha256.hex(header.text()));
    }

    boolean signedBy(VerifyingKey key) {
        try {
            return key.verifies(header.text(), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Whether it is a first one. */
    boolean follows() {
        return number() == 1 && header.previousHash().equals(NOTHING);
    }

    /** Whether it is what comes behind {@code before}. */
    boolean follows(Block before) {
        return number() == before.number() + 1 && header.previousHash().equals(before.hash());
    }
}
