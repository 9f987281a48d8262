package io.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.flow.BusinessClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the simulated insurer was told of claims that it holds, on the disk before it is answered and counted before any deduplication.
 */
final class ChangeLedger implements AutoCloseable {

    static final String WITHDRAW = "WITHDRAW";

    private final BusinessClock clock;
    private final JournalFile journal;
    private final Map<String, TreeMap<Integer, Change>> changes = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** What a change says. @param amount the whole claim's afterwards */
    record Content(String kind, String reason, BigDecimal amount, String currency, List<InsurerLedger.Line> lines) {}

    /** One that was taken. @param accepts how often it came */
    record Change(String claimKey, int number, String receipt, Content content, Instant receivedAt, int accepts) {
        private Change again() {
            return new Change(claimKey, number, receipt, content, receivedAt, accepts + 1);
        }
    }

    /** The receipt of a change. */
    record Receipt(Change change, boolean duplicate) {}

    /** The change cannot be taken. */
    static final class Unfit extends Exception {
        private final String code;

        Unfit(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    ChangeLedger(Path file, BusinessClock clock) {
        this.clock = clock;
        this.journal = new JournalFile(file, this::replay);
    }

    /** Takes a change. The same number with the same content again gets the first receipt. */
    Receipt accept(String claimKey, int number, Content content) throws Unfit {
        TreeMap<Integer, Change> told = changes.computeIfAbsent(claimKey, key -> new TreeMap<>());
        synchronized (told) {
            Change known = told.get(number);
            if (known != null && !known.content().equals(content)) {
                throw new Unfit("CHANGE_CONFLICT", "change " + number + " of claim " + claimKey + " has other content");
            }
            if (known == null && !told.isEmpty()) {
                inOrder(told.lastEntry().getValue(), number);
            }
            Change change = known != null
                    ? known.again()
                    : new Change(
                            claimKey, number, "SC-%06d".formatted(numbers.incrementAndGet()), content, clock.now(), 1);
            journal.appendForced(line(change));
            told.put(number, change);
            return new Receipt(change, known != null);
        }
    }

    private static void inOrder(Change last, int number) throws Unfit {
        if (last.content().kind().equals(WITHDRAW)) {
            throw new Unfit("CHANGE_OUT_OF_ORDER", "claim " + last.claimKey() + " is withdrawn");
        }
        if (number < last.number()) {
            throw new Unfit(
                    "CHANGE_OUT_OF_ORDER",
                    "claim " + last.claimKey() + " is at change " + last.number() + ", " + number + " comes too late");
        }
    }

    /** What it was told of a claim, in order. */
    List<Change> of(String claimKey) {
        TreeMap<Integer, Change> told = changes.get(claimKey);
        if (told == null) {
            return List.of();
        }
        synchronized (told) {
            return List.copyOf(told.values());
        }
    }

    private static Map<String, ?> line(Change change) {
        Content content = change.content();
        return Map.of(
                "claimKey", change.claimKey(),
                "number", change.number(),
                "receipt", change.receipt(),
                "kind", content.kind(),
                "reason", content.reason(),
                "amount", content.amount().toPlainString(),
                "currency", content.currency(),
                "receivedAt", change.receivedAt().toString(),
                "accepts", change.accepts(),
                "lines", content.lines().stream().map(InsurerLedger.Line::words).toList());
    }

    private void replay(JsonNode line) {
        List<InsurerLedger.Line> lines = new ArrayList<>();
        line.get("lines")
                .forEach(one -> lines.add(
                        InsurerLedger.Line.of(one, line.get("currency").asText())));
        Content content = new Content(
                line.get("kind").asText(),
                line.get("reason").asText(),
                new BigDecimal(line.get("amount").asText()),
                line.get("currency").asText(),
                lines);
        Change change = new Change(
                line.get("claimKey").asText(),
                line.get("number").asInt(),
                line.get("receipt").asText(),
                content,
                Instant.parse(line.get("receivedAt").asText()),
                line.get("accepts").asInt());
        if (changes.computeIfAbsent(change.claimKey(), key -> new TreeMap<>()).put(change.number(), change) == null) {
            numbers.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
