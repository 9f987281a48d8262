package io.claimgate.operations.evidence;

import io.claimgate.flow.audit.AuditKeys;
import io.claimgate.flow.audit.Block;
import io.claimgate.flow.audit.MerkleTree;
import io.claimgate.flow.audit.VerifyingKey;
import io.claimgate.operations.reading.AuditRow;
import io.claimgate.operations.reading.ClaimEvidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Proves events by their blocks: writes what OpenSSL and sha256sum need as files, and all of it as one JSON. */
final class Proofs {

    private static final String FOLDER = "proof/";

    private final ClaimEvidence reader;
    private final AuditKeys keys;
    private final EvidenceZip zip;
    private final Map<String, Proof.Key> usedKeys = new TreeMap<>();
    private final List<Proof.SealedBlock> blocks = new ArrayList<>();
    private final List<Proof.SealedEvent> events = new ArrayList<>();

    Proofs(ClaimEvidence reader, AuditKeys keys, EvidenceZip zip) {
        this.reader = reader;
        this.keys = keys;
        this.zip = zip;
    }

    Proof prove(List<AuditRow> rows) throws IOException {
        Map<Long, List<AuditRow>> byBlock = rows.stream()
                .filter(row -> row.block() != null)
                .collect(Collectors.groupingBy(AuditRow::block, TreeMap::new, Collectors.toList()));
        for (Map.Entry<Long, List<AuditRow>> one : byBlock.entrySet()) {
            Block block = reader.block(one.getKey());
            add(block);
            add(block, one.getValue());
        }
        List<Long> unsealed = rows.stream()
                .filter(row -> row.block() == null)
                .map(AuditRow::id)
                .toList();
        return new Proof(Proof.FORMAT, List.copyOf(usedKeys.values()), blocks, events, unsealed);
    }

    private void add(Block block) throws IOException {
        String keyId = block.header().keyId();
        if (!usedKeys.containsKey(keyId)) {
            usedKeys.put(keyId, key(keyId));
        }
        String name = FOLDER + "block-" + block.number();
        byte[] header = block.header().text();
        zip.add(name + ".txt", header);
        zip.add(name + ".sig", Base64.getDecoder().decode(block.signature()));
        blocks.add(new Proof.SealedBlock(
                block.number(),
                new String(header, StandardCharsets.UTF_8),
                block.hash(),
                block.header().merkleRoot(),
                keyId,
                block.signature(),
                name + ".txt",
                name + ".sig"));
    }

    private Proof.Key key(String keyId) throws IOException {
        VerifyingKey key = keys.trusted(keyId).orElse(null);
        if (key == null) {
            return new Proof.Key(keyId, VerifyingKey.ALGORITHM, "", "");
        }
        String file = FOLDER + "audit-" + keyId + ".pub.pem";
        zip.add(file, key.pem());
        return new Proof.Key(keyId, VerifyingKey.ALGORITHM, file, key.pem());
    }

    private void add(Block block, List<AuditRow> rows) throws IOException {
        List<AuditRow> all = reader.leaves(block);
        List<Long> ids = all.stream().map(AuditRow::id).toList();
        List<byte[]> hashes = all.stream()
                .map(row -> MerkleTree.leafHash(row.sealed().leaf()))
                .toList();
        for (AuditRow row : rows) {
            int index = ids.indexOf(row.id());
            byte[] leaf = row.sealed().leaf();
            String file = FOLDER + "event-" + row.id() + ".txt";
            zip.add(file, leaf);
            events.add(new Proof.SealedEvent(
                    row.id(),
                    block.number(),
                    index,
                    new String(leaf, StandardCharsets.UTF_8),
                    HexFormat.of().formatHex(hashes.get(index)),
                    file,
                    MerkleTree.path(hashes, index)));
        }
    }
}
