package io.claimgate.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A claim as the simulated insurer knows it after all that it was told.
 *
 * @param amount nothing once it is withdrawn
 */
record ClaimNow(BigDecimal amount, List<InsurerLedger.Line> lines, boolean withdrawn) {

    static ClaimNow of(InsurerLedger.Entry entry, List<ChangeLedger.Change> changes) {
        Map<String, InsurerLedger.Line> lines = new LinkedHashMap<>();
        entry.content().lines().forEach(line -> lines.put(line.key(), line));
        BigDecimal amount = entry.content().amount();
        for (ChangeLedger.Change change : changes) {
            if (change.content().kind().equals(ChangeLedger.WITHDRAW)) {
                return new ClaimNow(BigDecimal.ZERO.setScale(amount.scale()), List.of(), true);
            }
            change.content().lines().forEach(line -> lines.put(line.key(), line));
            amount = change.content().amount();
        }
        return new ClaimNow(amount, List.copyOf(lines.values()), false);
    }
}
