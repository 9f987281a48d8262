package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.dossier.Completeness;
import io.claimgate.dossier.Evidence;
import io.claimgate.dossier.Requested;
import io.claimgate.dossier.Wanted;
import io.claimgate.flow.watch.Contracts;
import io.claimgate.flow.watch.PolicyPins;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.Policy;
import java.util.List;
import java.util.Map;

/** Reads a claim's file, and makes the papers that the gateway can make itself. In the caller's transaction, under the claim's lock. */
final class DossierReader {

    private final TransferBooks books;
    private final Contracts contracts;
    private final GatewayPapers papers;

    DossierReader(TransferBooks books, Contracts contracts, GatewayPapers papers) {
        this.books = books;
        this.contracts = contracts;
        this.papers = papers;
    }

    DossierFile read(Claim claim) {
        Policy policy = policy(claim.subject());
        List<Requested> requests = books.dossiers().requests(claim.key());
        Wanted wanted = Wanted.of(
                policy.documents(),
                policy.name(),
                claim.cause(),
                books.claims().debtor(claim.subject()).country(),
                requests);
        List<Evidence> evidence = books.dossiers().evidence(claim);
        if (papers.make(claim, wanted, evidence)) {
            evidence = books.dossiers().evidence(claim);
        }
        return new DossierFile(
                claim,
                policy,
                wanted,
                requests,
                evidence,
                Completeness.of(wanted, books.claims().lines(claim.key()), evidence),
                books.dossiers().clock(claim).orElse(null));
    }

    /** In the version by which the claim was made. */
    private Policy policy(ClaimSubject subject) {
        PolicyPins pins = new PolicyPins(Map.of(subject.policy(), subject.policyVersion()));
        return contracts.contract(subject.contract(), pins).terms().stream()
                .map(ContractTerm::policy)
                .filter(policy -> policy.name().equals(subject.policy()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "policy " + subject.policy() + " is not in contract " + subject.contract()));
    }
}
