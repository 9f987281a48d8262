package io.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.sandbox.InsurersWord.Kind;
import io.claimgate.sandbox.InsurersWord.Via;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated insurer has decided: in its own file, on the disk before it is told. A message id is decided once; sent again, with
 * whatever content, it adds nothing to what is owed.
 */
final class ResultsBook implements AutoCloseable {

    private static final int PAGE = 100;

    private final JournalFile journal;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<InsurersWord> listed = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    private int messageIds;
    private int settlementIds;
    private int asked;

    /**
     * A decision and what became of its telling.
     *
     * @param sends how often it was sent to us
     * @param receivedAt of our first receipt; null while there is none
     */
    record Entry(InsurersWord word, int sends, @Nullable Instant receivedAt) {}

    /** A page of the list, and where the next one begins. */
    record Page(List<InsurersWord> words, int cursor) {}

    ResultsBook(Path file) {
        this.journal = new JournalFile(file, this::replay);
    }

    /** A message id of its own that no decision has. */
    synchronized String freeMessageId() {
        String id;
        do {
            id = "SB-R-%06d".formatted(++messageIds);
        } while (entries.containsKey(id));
        return id;
    }

    /** The same for settlements. */
    synchronized String freeSettlementId() {
        String id;
        do {
            id = "SB-S-%06d".formatted(++settlementIds);
        } while (settled.contains(id));
        return id;
    }

    /** Writes a decision down; one whose message id is known stays what it was. */
    synchronized void decide(InsurersWord word) {
        if (!entries.containsKey(word.messageId())) {
            journal.appendForced(line(word));
            keep(word);
        }
    }

    /** It was sent. @param receivedAt by our receipt; null where it was not taken */
    synchronized void sent(String messageId, @Nullable Instant receivedAt) {
        Map<String, Object> line = new HashMap<>();
        line.put("type", "sent");
        line.put("messageId", messageId);
        line.put("receivedAt", receivedAt == null ? null : receivedAt.toString());
        journal.appendForced(line);
        send(messageId, receivedAt);
    }

    synchronized List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** What stands on the list after the cursor. */
    synchronized Page since(int cursor) {
        asked = Math.max(asked, cursor);
        int from = Math.min(cursor, listed.size());
        int to = Math.min(from + PAGE, listed.size());
        return new Page(List.copyOf(listed.subList(from, to)), to);
    }

    /** Message ids on the list that nobody has asked beyond yet. */
    synchronized List<String> waiting() {
        return listed.subList(Math.min(asked, listed.size()), listed.size()).stream()
                .map(InsurersWord::messageId)
                .toList();
    }

    /** Per claim, kind and currency what all settlements amount to, each settlement id once. */
    synchronized Map<List<String>, BigDecimal> sums() {
        Map<String, InsurersWord> once = new LinkedHashMap<>();
        entries.values().stream()
                .map(Entry::word)
                .filter(word -> word.kind() == Kind.SETTLEMENT)
                .forEach(word -> once.putIfAbsent(word.needed("settlementId"), word));
        Map<List<String>, BigDecimal> sums = new TreeMap<>(Comparator.comparing(List::toString));
        once.values()
                .forEach(word -> sums.merge(
                        List.of(word.claimKey(), word.needed("kind"), word.needed("currency")),
                        new BigDecimal(word.needed("amount")),
                        BigDecimal::add));
        return sums;
    }

    private void keep(InsurersWord word) {
        entries.put(word.messageId(), new Entry(word, 0, null));
        if (word.kind() == Kind.SETTLEMENT) {
            settled.add(word.needed("settlementId"));
        }
        if (word.via().listed()) {
            listed.add(word);
        }
    }

    private void send(String messageId, @Nullable Instant receivedAt) {
        entries.computeIfPresent(
                messageId,
                (id, entry) -> new Entry(
                        entry.word(), entry.sends() + 1, entry.receivedAt() == null ? receivedAt : entry.receivedAt()));
    }

    private static Map<String, ?> line(InsurersWord word) {
        return Map.of(
                "type", "decided",
                "messageId", word.messageId(),
                "claimKey", word.claimKey(),
                "number", word.insurerClaimNumber(),
                "kind", word.kind().name(),
                "fields", word.fields(),
                "via", word.via().name(),
                "at", word.decidedAt().toString());
    }

    private void replay(JsonNode line) {
        String messageId = line.get("messageId").asText();
        if (line.get("type").asText().equals("sent")) {
            JsonNode at = line.get("receivedAt");
            send(messageId, at == null || at.isNull() ? null : Instant.parse(at.asText()));
            return;
        }
        Map<String, String> fields = new HashMap<>();
        line.get("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        keep(new InsurersWord(
                messageId,
                line.get("claimKey").asText(),
                line.get("number").asText(),
                Kind.valueOf(line.get("kind").asText()),
                fields,
                Via.valueOf(line.get("via").asText()),
                Instant.parse(line.get("at").asText())));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
