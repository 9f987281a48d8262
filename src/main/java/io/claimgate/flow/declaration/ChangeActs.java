package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ManualDeclaration;
import io.claimgate.claim.Submission;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.util.Map;
import java.util.function.BiFunction;

/** What persons do with a change of a claim. Rights and creditors are checked before; every act is a transaction and an event. */
public final class ChangeActs {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;
    private final ChangeOutcomes outcomes;

    public ChangeActs(Books books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.outcomes = new ChangeOutcomes(books, ideas);
    }

    /**
     * Lets a change go that waits for a person: the first time, or again after a refusal.
     *
     * @throws ActRefused SEC-003 if the actor asked for it, OPS-006 if it does not wait for one, OPS-004 if there is none
     */
    public ClaimChange release(ClaimKey key, int number, String actor) {
        return act(key, number, (claim, change) -> {
            if (change.state() != ClaimChange.State.WITH_PERSON) {
                throw conflict(change, "be let go: it does not wait for a person");
            }
            if (change.requestedBy().equals(actor)) {
                throw new ActRefused(
                        ProblemCode.SEC_003,
                        actor + " asked for change " + number + " of claim " + key
                                + "; another approver must let it go");
            }
            ClaimChange released = change.released(ideas.now());
            books.changes().update(released);
            events.record(claim, "change-released", actor, ChangeOutcomes.payload(released));
            outcomes.settled(claim, actor);
            ideas.tasks().arm(ClaimHandler.KIND, key.value(), claim.subject().creditor(), ideas.now(), Tasks.NEVER);
            return released;
        });
    }

    /**
     * Records that a person told it by other means. The first person's word keeps the machine from telling it too; when another one says the
     * same reference and instant, it is TOLD.
     *
     * @throws ActRefused OPS-006 if the machine tells it or has told it, OPS-005 without reference or evidence
     */
    public ClaimChange toldByHand(ClaimKey key, int number, ClaimActs.Filing filing, String actor) {
        if (filing.reference().isBlank()
                || filing.evidence().length == 0
                || filing.at().isAfter(ideas.now())) {
            throw new ActRefused(
                    ProblemCode.OPS_005,
                    "change " + number + " of claim " + key
                            + ": give the insurer's reference, when it was told, and the evidence");
        }
        return act(key, number, (claim, change) -> byHand(claim, change, filing, actor));
    }

    private ClaimChange byHand(Claim claim, ClaimChange change, ClaimActs.Filing filing, String actor) {
        boolean lost = change.state() == ClaimChange.State.UNDER_WAY
                && books.changes()
                        .latest(claim.key(), change.number())
                        .filter(Submission.OutcomeUnknown.class::isInstance)
                        .isPresent();
        if (change.state() != ClaimChange.State.WITH_PERSON && !lost) {
            throw conflict(change, "be told by hand: the machine tells it");
        }
        Vault.Stored evidence = ideas.vault().put(claim.subject().creditor(), "DOCUMENT", filing.evidence());
        ManualDeclaration first = change.manual();
        if (first != null && first.confirmedBy(actor, filing.reference(), filing.at())) {
            ClaimChange told = change.told(first.at(), first.reference());
            outcomes.toldByHand(
                    claim,
                    told,
                    actor,
                    Map.of("byHand", true, "requestedBy", first.by(), "evidence", first.evidence()));
            return told;
        }
        ClaimChange said =
                change.saidByHand(new ManualDeclaration(filing.reference(), filing.at(), evidence.sha256(), actor));
        books.changes().update(said);
        Map<String, Object> payload = ChangeOutcomes.payload(said);
        payload.put("reference", filing.reference());
        payload.put("at", filing.at());
        payload.put("evidence", evidence.sha256());
        events.record(claim, "change-manual-requested", actor, payload);
        return said;
    }

    /**
     * It as a text to print.
     *
     * @throws ActRefused OPS-004 if there is none
     */
    public String letter(ClaimKey key, int number) {
        String[] letter = new String[1];
        act(key, number, (claim, change) -> {
            letter[0] = ChangeLetter.of(claim, change);
            return change;
        });
        return letter[0];
    }

    private ClaimChange act(ClaimKey key, int number, BiFunction<Claim, ClaimChange, ClaimChange> act) {
        ClaimChange changed = ideas.transactions().execute(status -> {
            Claim claim = books.claims()
                    .lock(key)
                    .orElseThrow(() -> new ActRefused(ProblemCode.OPS_004, "there is no claim " + key));
            ClaimChange change = books.changes()
                    .find(key, number)
                    .orElseThrow(
                            () -> new ActRefused(ProblemCode.OPS_004, "claim " + key + " has no change " + number));
            return act.apply(claim, change);
        });
        if (changed == null) {
            throw new IllegalStateException("the transaction on claim " + key + " gave nothing back");
        }
        return changed;
    }

    private static ActRefused conflict(ClaimChange change, String what) {
        return new ActRefused(
                ProblemCode.OPS_006,
                "change " + change.number() + " of claim " + change.claim() + " is " + change.state() + " and cannot "
                        + what);
    }
}
