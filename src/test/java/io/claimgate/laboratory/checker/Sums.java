package io.claimgate.laboratory.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** I5: sums per currency are equal everywhere, to the cent. */
final class Sums {

    private static final String BANK = "BANK";

    private Sums() {}

    static List<Violation> check(Run run, Terms terms) {
        List<Violation> found = new ArrayList<>();
        Map<String, BigDecimal> dropped = new TreeMap<>();
        run.dropped().invoices().forEach(invoice -> add(dropped, invoice.currency(), invoice.amount()));
        Map<String, BigDecimal> claimed = new TreeMap<>();
        run.gateway().claims().forEach(claim -> add(claimed, claim.currency(), claim.amount()));
        Map<String, BigDecimal> toBeThere = new TreeMap<>();
        Set<String> there = new HashSet<>();
        run.insurer("accept").forEach(line -> there.add(line.path("claimKey").asText()));
        run.gateway().claims().stream()
                // What waits for a person may be there or not.
                .filter(claim -> !terms.parkedAllowed() || there.contains(claim.claimKey()))
                .forEach(claim -> add(toBeThere, claim.currency(), claim.amount()));
        Map<String, BigDecimal> accepted = new TreeMap<>();
        run.insurer("accept").stream()
                .filter(line -> !line.path("duplicate").asBoolean())
                .forEach(line -> add(accepted, line.path("currency").asText(), amount(line, "amount")));
        compare(found, "invoices dropped", dropped, "claims of the gateway", claimed);
        compare(found, "claims of the gateway", toBeThere, "claims at the insurer", accepted);
        Map<String, BigDecimal> paid = new TreeMap<>();
        Set<String> counted = new HashSet<>();
        run.insurer("result").stream()
                .filter(line -> line.path("kind").asText().equals("INDEMNITY"))
                .filter(line -> counted.add(line.path("settlementId").asText()))
                .forEach(line -> add(paid, line.path("currency").asText(), amount(line, "amount")));
        compare(found, "indemnities of the insurer", paid, "the bank in accounting", banked(run, found));
        return found;
    }

    private static Map<String, BigDecimal> banked(Run run, List<Violation> found) {
        Map<String, BigDecimal> bank = new TreeMap<>();
        for (JsonNode posting : run.accounting("posting")) {
            Map<String, BigDecimal> balance = new TreeMap<>();
            for (JsonNode line : posting.path("lines")) {
                BigDecimal amount = amount(line, "debit").subtract(amount(line, "credit"));
                add(balance, line.path("currency").asText(), amount);
                if (line.path("account").asText().equals(BANK)) {
                    add(bank, line.path("currency").asText(), amount);
                }
            }
            balance.forEach((currency, amount) -> {
                if (amount.signum() != 0) {
                    found.add(new Violation(
                            "I5", "unbalanced", posting.path("postingId").asText(), amount + " " + currency));
                }
            });
        }
        return bank;
    }

    private static void compare(
            List<Violation> found,
            String one,
            Map<String, BigDecimal> left,
            String other,
            Map<String, BigDecimal> right) {
        TreeSet<String> currencies = new TreeSet<>(left.keySet());
        currencies.addAll(right.keySet());
        for (String currency : currencies) {
            BigDecimal a = left.getOrDefault(currency, BigDecimal.ZERO);
            BigDecimal b = right.getOrDefault(currency, BigDecimal.ZERO);
            if (a.compareTo(b) != 0) {
                found.add(new Violation("I5", "sum", currency, one + " " + a + ", " + other + " " + b));
            }
        }
    }

    private static void add(Map<String, BigDecimal> sums, String currency, BigDecimal amount) {
        sums.merge(currency, amount, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode line, String name) {
        String text = line.path(name).asText();
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
