package io.claimgate.operations.evidence;

import io.claimgate.flow.audit.MerkleTree;
import java.util.List;

/**
 * How the events of an export are sealed; README.txt in the export tells how to check it.
 *
 * @param unsealed ids of events that were too young to be sealed
 */
record Proof(String format, List<Key> keys, List<SealedBlock> blocks, List<SealedEvent> events, List<Long> unsealed) {

    static final String FORMAT = "claimgate-proof 1";

    /** @param file beside proof.json, as OpenSSL reads it; empty where the gateway does not know the key */
    record Key(String keyId, String algorithm, String file, String pem) {}

    /**
     * @param header the text that is hashed and signed; it stands in {@code file} too
     * @param signature in Base64; its bytes stand in {@code signatureFile}
     */
    record SealedBlock(
            long number,
            String header,
            String hash,
            String merkleRoot,
            String keyId,
            String signature,
            String file,
            String signatureFile) {}

    /**
     * @param leaf the text that is hashed as a leaf; it stands in {@code file} too
     * @param index its place among the leaves of the block, from 0 on
     * @param path from the leaf up to the root
     */
    record SealedEvent(
            long id, long block, int index, String leaf, String leafHash, String file, List<MerkleTree.Step> path) {}
}
