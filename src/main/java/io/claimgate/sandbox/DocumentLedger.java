package io.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.flow.BusinessClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Which documents the simulated insurer holds; the bytes lie under their hash, never under the name that was sent. */
final class DocumentLedger implements AutoCloseable {

    private final Path folder;
    private final BusinessClock clock;
    private final JournalFile journal;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final Map<String, Receipt> archives = new LinkedHashMap<>();

    /** @param receives how often it came */
    record Item(String claimKey, String name, String kind, String sha256, long size, String channel, int receives) {}

    /** A receipt: the same for the same document, however often it comes. */
    record Receipt(String number, String sha256, Instant receivedAt) {}

    /** A document with the receipt that was given for it. */
    record Held(Item item, Receipt receipt) {}

    /** What came is not what was announced. */
    static final class WrongHash extends Exception {
        WrongHash(String name, String announced, String found) {
            super("document " + name + " has SHA-256 " + found + " instead of " + announced);
        }
    }

    DocumentLedger(Path folder, BusinessClock clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the simulated insurer cannot make " + folder, e);
        }
        this.journal = new JournalFile(folder.resolve("documents.jsonl"), this::replay);
    }

    /** Stores a document, fsynced before it is answered. */
    Receipt receive(String claimKey, String name, String kind, String announced, InputStream bytes)
            throws IOException, WrongHash {
        long size = store(name, announced, bytes);
        return book(new Item(claimKey, name, kind, announced, size, "soap", 1));
    }

    /** Keeps bytes under their hash, fsynced; their size. What is not booked counts for nothing. */
    long store(String name, String announced, InputStream bytes) throws IOException, WrongHash {
        Path incoming = folder.resolve(UUID.randomUUID() + ".part");
        try {
            MessageDigest digest = sha256();
            long size;
            try (FileChannel channel =
                    FileChannel.open(incoming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                size = new DigestInputStream(bytes, digest).transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(announced)) {
                throw new WrongHash(name, announced, found);
            }
            Files.move(
                    incoming,
                    folder.resolve(found),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return size;
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /** Books the documents of an archive, whose bytes are stored already, in one line: after a death all of them are there or none. */
    synchronized Receipt receiveArchive(Manifest manifest) {
        Instant now = clock.now();
        List<Item> documents = manifest.documents().stream()
                .map(entry -> new Item(
                        manifest.claimKey(), entry.name(), entry.kind(), entry.sha256(), entry.size(), "sftp", 1))
                .toList();
        journal.appendForced(Map.of(
                "archive", manifest.archive(),
                "sha256", manifest.sha256(),
                "at", now.toString(),
                "documents", documents.stream().map(DocumentLedger::line).toList()));
        return countArchive(manifest.archive(), manifest.sha256(), documents, now);
    }

    /** The receipt of an archive that is booked. */
    synchronized Optional<Receipt> ofArchive(Manifest manifest) {
        return Optional.ofNullable(archives.get(manifest.archive() + "\n" + manifest.sha256()));
    }

    private Receipt countArchive(String name, String sha256, List<Item> documents, Instant at) {
        documents.forEach(item -> count(item, at));
        return archives.computeIfAbsent(
                name + "\n" + sha256, first -> new Receipt("RD-%06d".formatted(archives.size() + 1), sha256, at));
    }

    synchronized List<Item> all() {
        return List.copyOf(items.values());
    }

    /** What it holds of a claim. */
    synchronized List<Held> of(String claimKey) {
        return items.entrySet().stream()
                .filter(entry -> entry.getValue().claimKey().equals(claimKey))
                .map(entry -> new Held(entry.getValue(), Objects.requireNonNull(receipts.get(entry.getKey()))))
                .toList();
    }

    private synchronized Receipt book(Item item) {
        Instant now = clock.now();
        Map<String, Object> line = new LinkedHashMap<>(line(item));
        line.put("at", now.toString());
        journal.appendForced(line);
        return count(item, now);
    }

    private static Map<String, Object> line(Item item) {
        return Map.of(
                "claimKey", item.claimKey(),
                "name", item.name(),
                "kind", item.kind(),
                "sha256", item.sha256(),
                "size", item.size(),
                "channel", item.channel());
    }

    private Receipt count(Item item, Instant at) {
        String key = item.claimKey() + "\n" + item.name() + "\n" + item.sha256();
        items.merge(
                key,
                item,
                (old, now) -> new Item(
                        old.claimKey(),
                        old.name(),
                        old.kind(),
                        old.sha256(),
                        old.size(),
                        old.channel(),
                        old.receives() + 1));
        return receipts.computeIfAbsent(
                key, first -> new Receipt("RC-%06d".formatted(items.size()), item.sha256(), at));
    }

    private void replay(JsonNode line) {
        Instant at = Instant.parse(line.get("at").asText());
        if (line.has("archive")) {
            List<Item> documents = new ArrayList<>();
            line.get("documents").forEach(document -> documents.add(item(document)));
            countArchive(line.get("archive").asText(), line.get("sha256").asText(), documents, at);
        } else {
            count(item(line), at);
        }
    }

    private static Item item(JsonNode line) {
        return new Item(
                line.get("claimKey").asText(),
                line.get("name").asText(),
                line.get("kind").asText(),
                line.get("sha256").asText(),
                line.get("size").asLong(),
                line.get("channel").asText(),
                1);
    }

    /** Of a file, lower case hex. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
