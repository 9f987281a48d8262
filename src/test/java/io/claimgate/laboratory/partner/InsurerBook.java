package io.claimgate.laboratory.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the stub insurer holds: the lines of its ledger. Types: {@code call} (a declaration that came), {@code accept} (one that was taken),
 * {@code change}, {@code document}, {@code result}.
 * Every acceptance is a line, also of what it had already, so that whoever reads the ledger sees what was sent twice.
 */
final class InsurerBook {

    /** What it does by itself with what it took. */
    record Habits(boolean idempotent, boolean decides) {}

    private final Journal journal;
    private final Clock clock;
    private final Habits habits;
    private final Map<String, List<JsonNode>> claims = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> changes = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> documents = new ConcurrentHashMap<>();
    private final List<JsonNode> results = new ArrayList<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private int numbers;

    InsurerBook(Path ledger, Clock clock, Habits habits) {
        this.journal = new Journal(ledger);
        this.clock = clock;
        this.habits = habits;
        Journal.read(ledger).forEach(this::keep);
    }

    /** How often something was asked about a key, this time included; starts anew with the process. */
    int called(String operation, String key) {
        return calls.merge(operation + "/" + key, 1, Integer::sum);
    }

    /** Notes what a declaration said, whatever becomes of it. */
    void heard(Told told) {
        journal.note(stamped("call")
                .put("claimKey", told.text("claimKey"))
                .put("content", sha256(told.body().getTextContent().getBytes(StandardCharsets.UTF_8))));
    }

    /** Takes a declaration; the ledger's line, whose {@code duplicate} says that it had the key already. */
    synchronized JsonNode accept(Told told) {
        String key = told.text("claimKey");
        List<JsonNode> had = claims.getOrDefault(key, List.of());
        ObjectNode line = stamped("accept")
                .put("claimKey", key)
                .put(
                        "number",
                        had.isEmpty() || !habits.idempotent()
                                ? next("CL")
                                : had.get(0).path("number").asText())
                .put("debtor", debtor(told))
                .put("policy", told.text("policyNumber"))
                .put("amount", told.text("amount"))
                .put("currency", told.text("currency"))
                .put("duplicate", !had.isEmpty());
        ArrayNode lines = line.putArray("lines");
        told.invoices()
                .forEach(invoice -> lines.addObject()
                        .put("number", text(invoice, "number"))
                        .put("outstanding", text(invoice, "outstanding")));
        List<ObjectNode> all = new ArrayList<>(List.of(line));
        if (habits.decides() && had.isEmpty()) {
            all.addAll(decision(key, line));
        }
        journal.append(all.toArray(ObjectNode[]::new));
        all.forEach(this::keep);
        return line;
    }

    /** Takes a change of a claim. */
    synchronized JsonNode change(Told told) {
        String key = told.text("claimKey");
        String number = told.text("change");
        Optional<JsonNode> had = changes.getOrDefault(key, List.of()).stream()
                .filter(change -> change.path("change").asText().equals(number))
                .findFirst();
        ObjectNode line = stamped("change")
                .put("claimKey", key)
                .put("operation", told.operation())
                .put("change", number)
                .put(
                        "receipt",
                        had.map(change -> change.path("receipt").asText()).orElseGet(() -> next("CH")))
                .put("amount", told.text("amount"))
                .put("currency", told.text("currency"))
                .put("duplicate", had.isPresent());
        journal.append(line);
        keep(line);
        return line;
    }

    /** Takes a document; its hash is that of the bytes that came. */
    synchronized JsonNode document(Told told) {
        ObjectNode line = stamped("document")
                .put("claimKey", told.text("claimKey"))
                .put("name", told.text("name"))
                .put("kind", told.text("kind"))
                .put("sha256", sha256(told.attachment()))
                .put("size", told.attachment().length)
                .put("receipt", next("DR"));
        journal.append(line);
        keep(line);
        return line;
    }

    /** Puts a result on the list; {@code words} are those of the ledger. */
    synchronized void decide(ObjectNode words) {
        ObjectNode line = stamped("result");
        line.setAll(words);
        journal.append(line);
        keep(line);
    }

    Optional<JsonNode> claim(String key) {
        return Optional.ofNullable(claims.get(key)).map(accepts -> accepts.get(0));
    }

    List<JsonNode> changes(String key) {
        return List.copyOf(changes.getOrDefault(key, List.of()));
    }

    List<JsonNode> documents(String key) {
        return List.copyOf(documents.getOrDefault(key, List.of()));
    }

    synchronized List<JsonNode> results(int from, int most) {
        return List.copyOf(results.subList(Math.min(from, results.size()), Math.min(from + most, results.size())));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Accepted, nine tenths paid, a tenth of that recovered; and the payment told again, as insurers do. */
    private List<ObjectNode> decision(String key, JsonNode claim) {
        BigDecimal amount = new BigDecimal(claim.path("amount").asText());
        BigDecimal indemnity = amount.multiply(new BigDecimal("0.9")).setScale(2, RoundingMode.HALF_UP);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ObjectNode accepted = stamped("result")
                .put("messageId", "M1-" + key)
                .put("claimKey", key)
                .put("status", "ACCEPTED")
                .put("acceptedAmount", indemnity.toPlainString());
        ObjectNode paid = settlement(key, 2, "INDEMNITY", indemnity, claim, today);
        BigDecimal recovered = indemnity.movePointLeft(1).setScale(2, RoundingMode.HALF_UP);
        return List.of(accepted, paid, settlement(key, 3, "RECOVERY", recovered, claim, today), paid);
    }

    private ObjectNode settlement(
            String key, int number, String kind, BigDecimal amount, JsonNode claim, LocalDate today) {
        return stamped("result")
                .put("messageId", "M" + number + "-" + key)
                .put("claimKey", key)
                .put("settlementId", "S" + number + "-" + key)
                .put("kind", kind)
                .put("amount", amount.toPlainString())
                .put("currency", claim.path("currency").asText())
                .put("valueDate", today.toString())
                .put("reference", "R" + number + "-" + key);
    }

    private void keep(JsonNode line) {
        String key = line.path("claimKey").asText();
        switch (line.path("type").asText()) {
            case "accept" -> into(claims, key, line);
            case "change" -> into(changes, key, line);
            case "document" -> into(documents, key, line);
            case "result" -> results.add(line);
            default -> {
                return;
            }
        }
        numbers++;
    }

    private static void into(Map<String, List<JsonNode>> all, String key, JsonNode line) {
        all.computeIfAbsent(key, name -> new java.util.concurrent.CopyOnWriteArrayList<>())
                .add(line);
    }

    private ObjectNode stamped(String type) {
        return Journal.line(type).put("at", clock.instant().toString());
    }

    private String next(String kind) {
        return "%s-%07d".formatted(kind, numbers + 1);
    }

    private static String debtor(Told told) {
        return Told.elements(told.body(), "debtor").stream()
                .findFirst()
                .map(debtor -> text(debtor, "number"))
                .orElse("");
    }

    private static String text(org.w3c.dom.Element parent, String name) {
        return Told.elements(parent, name).get(0).getTextContent();
    }
}
