package io.claimgate.store.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.flow.audit.Block;
import io.claimgate.flow.audit.Heads;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the heads file: the whole block, so that a copy of the file alone proves the chain. */
@JsonPropertyOrder({
    "block",
    "hash",
    "previousHash",
    "merkleRoot",
    "events",
    "firstEvent",
    "lastEvent",
    "sealedAt",
    "keyId",
    "signature"
})
record HeadLine(
        long block,
        @Nullable String hash,
        @Nullable String previousHash,
        @Nullable String merkleRoot,
        int events,
        long firstEvent,
        long lastEvent,
        @Nullable String sealedAt,
        @Nullable String keyId,
        @Nullable String signature) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static String write(Block block) {
        Block.Header header = block.header();
        HeadLine line = new HeadLine(
                header.number(),
                block.hash(),
                header.previousHash(),
                header.merkleRoot(),
                header.events(),
                header.firstEvent(),
                header.lastEvent(),
                header.sealedAt().toString(),
                header.keyId(),
                block.signature());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts can be written as JSON", e);
        }
    }

    static Block read(String text) {
        try {
            HeadLine line = Objects.requireNonNull(JSON.readValue(text, HeadLine.class), "null");
            Block.Header header = new Block.Header(
                    line.block,
                    line.firstEvent,
                    line.lastEvent,
                    line.events,
                    Objects.requireNonNull(line.merkleRoot, "merkleRoot"),
                    Objects.requireNonNull(line.previousHash, "previousHash"),
                    Instant.parse(Objects.requireNonNull(line.sealedAt, "sealedAt")),
                    Objects.requireNonNull(line.keyId, "keyId"));
            return new Block(
                    header,
                    Objects.requireNonNull(line.hash, "hash"),
                    Objects.requireNonNull(line.signature, "signature"));
        } catch (JsonProcessingException | DateTimeException | NullPointerException e) {
            throw new Heads.Unreadable("the heads file has a line that is no head; restore it from its copy", e);
        }
    }
}
