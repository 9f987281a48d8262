package io.claimgate.catalogue;

import io.claimgate.accounting.Booking;
import io.claimgate.accounting.RuleBalance;
import io.claimgate.accounting.RuleLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rule table: every event its entry, every entry balanced whatever the figures are. */
final class RuleTableReader {

    private final BiConsumer<Section, String> roleCheck;

    /** @param roleCheck looks at each line that names a role */
    RuleTableReader(BiConsumer<Section, String> roleCheck) {
        this.roleCheck = roleCheck;
    }

    Map<Booking.Event, List<RuleLine>> rules(Section rules) {
        Map<Booking.Event, List<RuleLine>> read = new EnumMap<>(Booking.Event.class);
        for (String key : rules.keys()) {
            event(rules, key).ifPresent(event -> read.put(event, entry(rules, key, event)));
        }
        missing(rules, read.keySet(), "has no rule");
        return read;
    }

    /** The event that a key names; empty, and a fault, if it is none. */
    static Optional<Booking.Event> event(Section section, String key) {
        Optional<Booking.Event> event = Arrays.stream(Booking.Event.values())
                .filter(known -> known.name().equals(key))
                .findFirst();
        if (event.isEmpty()) {
            section.fault(section.line(key), key, "no such event; known are " + names(List.of(Booking.Event.values())));
        }
        return event;
    }

    static void missing(Section section, java.util.Set<Booking.Event> there, String what) {
        List<Booking.Event> missing = Arrays.stream(Booking.Event.values())
                .filter(event -> !there.contains(event))
                .toList();
        if (!missing.isEmpty()) {
            section.fault(section.line(), names(missing), what + "; add it for each of them");
        }
    }

    private List<RuleLine> entry(Section rules, String key, Booking.Event event) {
        List<RuleLine> lines = new ArrayList<>();
        boolean sound = true;
        for (Section section : rules.sections(key)) {
            RuleLine line = line(section, event);
            section.noOther();
            sound &= line != null;
            if (line != null) {
                lines.add(line);
            }
        }
        List<Booking.Amount> unbalanced = RuleBalance.unbalanced(lines);
        if (sound && (lines.size() < 2 || !unbalanced.isEmpty())) {
            rules.fault(
                    rules.line(key),
                    key,
                    "the entry does not balance"
                            + (unbalanced.isEmpty()
                                    ? ": it needs a debit and a credit"
                                    : ": " + unbalanced.stream().map(Enum::name).collect(Collectors.joining(", "))
                                            + " stands more often on one side; GROSS = COSTS + INSURER_SHARE + INSURED_SHARE"));
        }
        return lines;
    }

    private @Nullable RuleLine line(Section line, Booking.Event event) {
        String debit = line.text("debit");
        String credit = line.text("credit");
        Booking.Amount amount = line.requiredWord("amount", Booking.Amount.class);
        RuleLine.Auxiliary auxiliary = line.word("auxiliary", RuleLine.Auxiliary.class);
        if ((debit == null) == (credit == null)) {
            line.fault(line.line(), null, "a line needs a role after debit or after credit, one of both");
            return null;
        }
        String role = Objects.requireNonNull(debit == null ? credit : debit);
        roleCheck.accept(line, role);
        if (amount == null) {
            return null;
        }
        if (!event.shared() && amount != Booking.Amount.GROSS) {
            line.fault(line.line("amount"), amount.name(), "amount: " + event + " has GROSS only");
            return null;
        }
        return new RuleLine(
                debit == null ? RuleLine.Side.CREDIT : RuleLine.Side.DEBIT,
                role,
                amount,
                auxiliary == null ? RuleLine.Auxiliary.NONE : auxiliary);
    }

    private static String names(List<Booking.Event> events) {
        return events.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
