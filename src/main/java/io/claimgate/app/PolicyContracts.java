package io.claimgate.app;

import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.flow.watch.Contracts;
import io.claimgate.flow.watch.PolicyPins;
import io.claimgate.operations.calendar.WarningSteps;
import io.claimgate.policy.Contract;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.Policy;
import io.claimgate.policy.PolicyBook;
import io.claimgate.store.PolicyVersions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The policies of the active configuration, in all their versions, for intake, watch and calendars. */
final class PolicyContracts implements Contracts, PolicyLookup, WarningSteps {

    private final PolicyBook book;
    private final Map<String, Contract> newest = new ConcurrentHashMap<>();
    private final Map<String, Contract> pinned = new ConcurrentHashMap<>();
    private final PolicyFiles files;
    private final PolicyVersions versions;

    PolicyContracts(PolicyBook book, PolicyFiles files, PolicyVersions versions) {
        this.book = book;
        this.files = files;
        this.versions = versions;
        book.contracts().forEach(contract -> newest.put(contract.key(), contract));
    }

    @Override
    public Contract contract(String key, PolicyPins pins) {
        return pinned.computeIfAbsent(key + " " + pins.text(), ignored -> {
            Contract contract = newest.get(key);
            if (contract == null) {
                throw new IllegalStateException("no policy \"" + key
                        + "\" under mappings/policies, but exposures are under it; restore its file");
            }
            return new Contract(
                    key,
                    contract.terms().stream().map(term -> pinned(term, pins)).toList());
        });
    }

    @Override
    public Optional<String> contractOf(String policy) {
        return book.byName(policy).map(known -> book.contractOf(known).key());
    }

    @Override
    public List<Integer> of(String policy) {
        return book.byName(policy).map(Policy::warnings).orElse(List.of(0));
    }

    /** All of them, in their newest versions. */
    PolicyBook book() {
        return book;
    }

    private ContractTerm pinned(ContractTerm term, PolicyPins pins) {
        String name = term.policy().name();
        Integer version = pins.versions().get(name);
        if (version == null || version == term.version()) {
            return term;
        }
        String content = versions.content(name, version)
                .orElseThrow(() -> new IllegalStateException(
                        "version " + version + " of policy " + name + " is not in the database"));
        Policy policy = files.stored(new PolicyFiles.Source(name + "@" + version, content));
        return new ContractTerm(policy, version);
    }

    @Override
    public Optional<Found> find(
            String creditor, String buyerCountry, @Nullable LocalDate deliveryDate, LocalDate issueDate) {
        return book.find(creditor, buyerCountry, deliveryDate, issueDate).map(this::found);
    }

    @Override
    public Optional<Found> named(String policy, String creditor) {
        return book.byName(policy)
                .filter(known -> known.creditors().contains(creditor))
                .map(this::found);
    }

    private Found found(Policy policy) {
        return new Found(
                policy.name(),
                book.contractOf(policy).key(),
                policy.insurer(),
                policy.currency(),
                policy.loss()::latestDueDate);
    }
}
