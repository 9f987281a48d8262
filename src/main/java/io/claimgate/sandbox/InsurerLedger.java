package io.claimgate.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.flow.BusinessClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which claims the simulated insurer holds. Every acceptance is on the disk before it is answered, and is counted before any
 * deduplication: {@code accepts} above 1 tells of a claim that was sent again although it had been taken.
 */
final class InsurerLedger implements AutoCloseable {

    private final BusinessClock clock;
    private final JournalFile journal;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** An invoice of a claim. @param disputed null: the insurer was not told that anything is contested */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String invoiceNumber,
            int instalment,
            String dueDate,
            BigDecimal amount,
            String currency,
            @Nullable BigDecimal disputed) {

        Line(String invoiceNumber, int instalment, String dueDate, BigDecimal amount, String currency) {
            this(invoiceNumber, instalment, dueDate, amount, currency, null);
        }

        String key() {
            return invoiceNumber + "/" + instalment;
        }

        Map<String, ?> words() {
            Map<String, Object> words = new TreeMap<>();
            words.put("invoiceNumber", invoiceNumber);
            words.put("instalment", instalment);
            words.put("dueDate", dueDate);
            words.put("amount", amount.toPlainString());
            words.put("currency", currency);
            if (disputed != null) {
                words.put("disputed", disputed.toPlainString());
            }
            return words;
        }

        /** @param currency of the claim, for lines of before lines had one */
        static Line of(JsonNode words, String currency) {
            return new Line(
                    words.get("invoiceNumber").asText(),
                    words.get("instalment").asInt(),
                    words.get("dueDate").asText(),
                    new BigDecimal(words.get("amount").asText()),
                    words.path("currency").asText(currency),
                    words.has("disputed") ? new BigDecimal(words.get("disputed").asText()) : null);
        }
    }

    /** What is declared. */
    record Content(
            String policy,
            String insured,
            String cause,
            String debtor,
            BigDecimal amount,
            String currency,
            List<Line> lines) {}

    /** What it took, and how often it came. */
    record Entry(String claimKey, String insurerClaimNumber, Content content, Instant acceptedAt, int accepts) {
        private Entry again() {
            return new Entry(claimKey, insurerClaimNumber, content, acceptedAt, accepts + 1);
        }
    }

    /** The receipt of a taken claim. */
    record Receipt(Entry entry, boolean duplicate) {}

    /** The same claim key came with other content. */
    static final class OtherContent extends Exception {
        OtherContent(String claimKey) {
            super("claim key " + claimKey + " is taken by a claim with other content");
        }
    }

    InsurerLedger(Path file, BusinessClock clock) {
        this.clock = clock;
        this.journal = new JournalFile(file, this::replay);
    }

    /** Counts a call, whatever becomes of it. */
    void called(String claimKey) {
        journal.append(
                Map.of("type", "call", "claimKey", claimKey, "at", clock.now().toString()));
        calls.computeIfAbsent(claimKey, key -> new AtomicLong()).incrementAndGet();
    }

    /** Takes a claim. The same content again gets the first receipt. */
    Receipt accept(String claimKey, Content content) throws OtherContent {
        synchronized (calls.computeIfAbsent(claimKey, key -> new AtomicLong())) {
            Entry known = entries.get(claimKey);
            if (known != null && !known.content().equals(content)) {
                throw new OtherContent(claimKey);
            }
            Entry entry = known != null
                    ? known.again()
                    : new Entry(claimKey, "SB-%06d".formatted(numbers.incrementAndGet()), content, clock.now(), 1);
            journal.appendForced(line(entry));
            keep(entry);
            return new Receipt(entry, known != null);
        }
    }

    Optional<Entry> find(String claimKey) {
        return Optional.ofNullable(entries.get(claimKey));
    }

    /** How often DeclareClaim came with this key. */
    long calls(String claimKey) {
        AtomicLong counted = calls.get(claimKey);
        return counted == null ? 0 : counted.get();
    }

    /** All claims that it holds, in the order in which they came. */
    List<Entry> all() {
        synchronized (order) {
            return order.stream().map(entries::get).toList();
        }
    }

    private void keep(Entry entry) {
        if (entries.put(entry.claimKey(), entry) == null) {
            synchronized (order) {
                order.add(entry.claimKey());
            }
        }
    }

    private static Map<String, ?> line(Entry entry) {
        Content content = entry.content();
        return Map.ofEntries(
                Map.entry("type", "accept"),
                Map.entry("claimKey", entry.claimKey()),
                Map.entry("number", entry.insurerClaimNumber()),
                Map.entry("acceptedAt", entry.acceptedAt().toString()),
                Map.entry("accepts", entry.accepts()),
                Map.entry("policy", content.policy()),
                Map.entry("insured", content.insured()),
                Map.entry("cause", content.cause()),
                Map.entry("debtor", content.debtor()),
                Map.entry("amount", content.amount().toPlainString()),
                Map.entry("currency", content.currency()),
                Map.entry("lines", content.lines().stream().map(Line::words).toList()));
    }

    private void replay(JsonNode line) {
        String key = line.get("claimKey").asText();
        if (line.get("type").asText().equals("call")) {
            calls.computeIfAbsent(key, k -> new AtomicLong()).incrementAndGet();
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (JsonNode one : line.get("lines")) {
            lines.add(Line.of(one, line.get("currency").asText()));
        }
        Content content = new Content(
                line.get("policy").asText(),
                line.get("insured").asText(),
                line.get("cause").asText(),
                line.get("debtor").asText(),
                new BigDecimal(line.get("amount").asText()),
                line.get("currency").asText(),
                lines);
        if (!entries.containsKey(key)) {
            numbers.incrementAndGet();
        }
        keep(new Entry(
                key,
                line.get("number").asText(),
                content,
                Instant.parse(line.get("acceptedAt").asText()),
                line.get("accepts").asInt()));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
