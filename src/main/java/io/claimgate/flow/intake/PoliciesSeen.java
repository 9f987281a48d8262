package io.claimgate.flow.intake;

import io.claimgate.feed.InvoiceRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers which policy covers whom on a day: the rows of a file ask the same question again and again. */
final class PoliciesSeen {

    private static final int MOST = 20_000;

    private record Question(String creditor, String country, LocalDate day) {}

    private final PolicyLookup policies;
    private final Map<Question, Optional<PolicyLookup.Found>> answers = new HashMap<>();

    PoliciesSeen(PolicyLookup policies) {
        this.policies = policies;
    }

    PolicyLookup.@Nullable Found find(InvoiceRow row) {
        LocalDate delivered = row.deliveryDate();
        LocalDate day = delivered == null ? row.issueDate() : delivered;
        if (answers.size() > MOST) {
            answers.clear();
        }
        return answers.computeIfAbsent(
                        new Question(row.creditor(), row.buyer().country(), day),
                        question -> policies.find(question.creditor(), question.country(), delivered, row.issueDate()))
                .orElse(null);
    }
}
