package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Hold;
import io.claimgate.claim.ManualDeclaration;
import io.claimgate.claim.Submission;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Vault;
import io.claimgate.flow.request.Request;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.request.RequestKind;
import io.claimgate.flow.request.RequestedAct;
import io.claimgate.problem.ProblemCode;
import java.util.Map;

/**
 * What a person filed in the insurer's portal: the first word holds the claim, so that the machine does not file it too, the second one,
 * by the same words or by confirming the request, makes it DECLARED. In the caller's transaction, under the claim's lock.
 */
final class ManualFilings implements RequestedAct {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;
    private final RequestBook requests;

    ManualFilings(Books books, Ideas ideas, RequestBook requests) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.requests = requests;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.DECLARED_MANUALLY;
    }

    /** The claim with the word of whoever files; not yet stored. */
    Claim filed(Claim claim, ClaimActs.Filing filing, String actor) {
        mayBeFiled(claim);
        if (filing.at().isAfter(ideas.now())) {
            throw new ActRefused(
                    ProblemCode.OPS_005, "claim " + claim.key() + ": " + filing.at() + " is in the future");
        }
        Vault.Stored evidence = ideas.vault().put(claim.subject().creditor(), "DOCUMENT", filing.evidence());
        ManualDeclaration first = claim.manual();
        if (first != null && first.confirmedBy(actor, filing.reference(), filing.at())) {
            requests.confirmed(kind(), ClaimEvents.stream(claim.key()), actor);
            return confirmed(claim, first, actor);
        }
        return asked(claim, new ManualDeclaration(filing.reference(), filing.at(), evidence.sha256(), actor));
    }

    private Claim asked(Claim claim, ManualDeclaration word) {
        String reason = "filed by hand as " + word.reference() + "; a second person confirms";
        Claim held = claim.manually(word).held(new Hold(word.by(), reason, ideas.now()));
        events.record(
                held,
                "manual-requested",
                word.by(),
                Map.of("reference", word.reference(), "at", word.at(), "evidence", word.evidence()));
        // Other words than before: the second person decides about the last ones.
        requests.pointless(kind(), ClaimEvents.stream(claim.key()), word.by(), "other words were said");
        requests.ask(
                new RequestBook.Asking(
                        kind(),
                        ClaimEvents.stream(claim.key()),
                        claim.subject().creditor(),
                        Map.of("reference", word.reference(), "at", word.at().toString(), "evidence", word.evidence()),
                        "claim " + claim.key() + " was filed by hand with "
                                + claim.subject().insurer() + " as " + word.reference() + ", received " + word.at(),
                        "filed by hand as " + word.reference()),
                word.by());
        return held;
    }

    @Override
    public void carryOut(Request request, String confirmer) {
        Claim claim = books.claims().lock(new ClaimKey(request.of())).orElseThrow();
        ManualDeclaration first = claim.manual();
        if (first == null) {
            throw new ActRefused(
                    ProblemCode.OPS_006, "claim " + claim.key() + ": nobody says any more that it was filed by hand");
        }
        mayBeFiled(claim);
        books.claims().update(confirmed(claim, first, confirmer));
    }

    @Override
    public void given(Request up, String actor) {
        Claim claim = books.claims().lock(new ClaimKey(up.of())).orElseThrow();
        if (claim.manual() == null || claim.state() == ClaimState.DECLARED) {
            return;
        }
        Claim free = claim.unheld();
        books.claims().update(free);
        events.record(free, "released", actor, Map.of("reason", "nobody confirmed that it was filed by hand"));
        ideas.tasks()
                .arm(
                        TaskKinds.CLAIM,
                        free.key().value(),
                        free.subject().creditor(),
                        ideas.now(),
                        free.window().closeAt());
    }

    private Claim confirmed(Claim claim, ManualDeclaration first, String actor) {
        Claim declared = claim.declaredByHand(first);
        boolean late = claim.window().closed(first.at());
        events.record(
                declared,
                "declared",
                actor,
                Map.of(
                        "insurerClaimNumber", first.reference(),
                        "declaredAt", first.at(),
                        "amount", claim.amount(),
                        "currency", claim.currency(),
                        "late", late,
                        "byHand", true,
                        "requestedBy", first.by(),
                        "evidence", first.evidence()));
        events.clearAll(declared, actor);
        if (!late) {
            events.clear(declared, ProblemCode.CLM_003, actor);
        }
        ideas.tasks()
                .arm(
                        TaskKinds.EXPOSURE,
                        Long.toString(claim.subject().exposureId()),
                        claim.subject().creditor(),
                        ideas.now(),
                        claim.window().closeAt());
        ClaimOutcomes.openDossier(ideas, declared);
        return declared;
    }

    private void mayBeFiled(Claim claim) {
        boolean sending = books.submissions()
                .latest(claim.key())
                .filter(Submission.Sending.class::isInstance)
                .isPresent();
        if (sending || !(claim.state().undeclared() || claim.state() == ClaimState.FORECLOSED)) {
            throw ClaimActs.conflict(claim, "be declared by hand: it is declared or being sent");
        }
    }
}
