package io.claimgate.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All policies that are loaded, each in its version. */
public final class PolicyBook {

    private final Map<String, ContractTerm> terms = new TreeMap<>();

    private PolicyBook(Collection<Policy> policies, Map<String, Integer> versions) {
        policies.forEach(policy ->
                terms.put(policy.name(), new ContractTerm(policy, versions.getOrDefault(policy.name(), 1))));
    }

    public static PolicyBook of(Collection<Policy> policies) {
        return new PolicyBook(policies, Map.of());
    }

    /** @param versions by policy name, as the database knows them; 1 where it does not */
    public static PolicyBook of(Collection<Policy> policies, Map<String, Integer> versions) {
        return new PolicyBook(policies, versions);
    }

    public List<Policy> policies() {
        return terms.values().stream().map(ContractTerm::policy).toList();
    }

    public Optional<Policy> byName(String name) {
        return Optional.ofNullable(terms.get(name)).map(ContractTerm::policy);
    }

    /**
     * The policy that covers a receivable: valid on its delivery date, else its issue date. Where several fit, one that names the buyer's
     * country wins over one for all, then the one that began last, then by name.
     */
    public Optional<Policy> find(
            String creditor, String buyerCountry, @Nullable LocalDate deliveryDate, LocalDate issueDate) {
        LocalDate day = deliveryDate != null ? deliveryDate : issueDate;
        return policies().stream()
                .filter(policy ->
                        policy.insures(creditor, buyerCountry) && policy.valid().contains(day))
                .min(Comparator.comparing((Policy policy) -> policy.countries().isEmpty())
                        .thenComparing(PolicyBook::begins, Comparator.reverseOrder())
                        .thenComparing(Policy::name));
    }

    /** The contract that a policy belongs to: the chain of what it renews and what renews it. */
    public Contract contractOf(Policy policy) {
        String root = rootOf(policy);
        return new Contract(
                root,
                terms.values().stream()
                        .filter(term -> rootOf(term.policy()).equals(root))
                        .toList());
    }

    /** All contracts. */
    public List<Contract> contracts() {
        return policies().stream().map(this::contractOf).distinct().toList();
    }

    private String rootOf(Policy policy) {
        Policy root = policy;
        // As many steps as there are policies: a circle, which the catalogue refuses, must not hang us.
        for (int i = 0; i < terms.size(); i++) {
            ContractTerm before = root.renews() == null ? null : terms.get(root.renews());
            if (before == null) {
                return root.name();
            }
            root = before.policy();
        }
        return root.name();
    }

    private static LocalDate begins(Policy policy) {
        LocalDate from = policy.valid().from();
        return from == null ? LocalDate.MIN : from;
    }
}
