package io.claimgate.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy and its renewals: one contract, one exposure per buyer (deadlines.md 19).
 *
 * @param key the first policy's name
 * @param terms in the order of their validity, at least one
 */
public record Contract(String key, List<ContractTerm> terms) {

    /** @throws IllegalArgumentException without terms */
    public Contract {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("contract " + key + " has no terms");
        }
        terms = terms.stream().sorted(Comparator.comparing(Contract::begins)).toList();
    }

    /** A contract of one policy in its first version. */
    public static Contract of(Policy policy) {
        return new Contract(policy.name(), List.of(new ContractTerm(policy, 1)));
    }

    /**
     * Which year's terms apply to a receivable: decided by its delivery date, else its issue date. Outside all of them, the last that had
     * begun, else the first.
     */
    public ContractTerm termFor(@Nullable LocalDate deliveryDate, LocalDate issueDate) {
        LocalDate day = deliveryDate != null ? deliveryDate : issueDate;
        ContractTerm chosen = terms.get(0);
        for (ContractTerm term : terms) {
            if (term.policy().valid().contains(day)) {
                return term;
            }
            if (!begins(term).isAfter(day)) {
                chosen = term;
            }
        }
        return chosen;
    }

    /** The newest terms. */
    public ContractTerm newest() {
        return terms.get(terms.size() - 1);
    }

    private static LocalDate begins(ContractTerm term) {
        LocalDate from = term.policy().valid().from();
        return from == null ? LocalDate.MIN : from;
    }
}
