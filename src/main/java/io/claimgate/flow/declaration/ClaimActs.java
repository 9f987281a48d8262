package io.claimgate.flow.declaration;

import io.claimgate.claim.ChangeRules;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Hold;
import io.claimgate.claim.Release;
import io.claimgate.claim.Submission;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.guard.Cases;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.request.RequestedAct;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What persons do with a claim. Rights and creditors are checked before; every act is a transaction and an event. */
public final class ClaimActs {

    private final Books books;
    private final Ideas ideas;
    private final Cases cases;
    private final ClaimEvents events;
    private final Withdrawals withdrawals;
    private final RequestBook requests;
    private final ManualFilings filings;

    public ClaimActs(Books books, Cases cases, Ideas ideas, RequestBook requests) {
        this.books = books;
        this.cases = cases;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.withdrawals = new Withdrawals(books, ideas);
        this.requests = requests;
        this.filings = new ManualFilings(books, ideas, requests);
    }

    /** What the second person's word on a filing by hand does. */
    public RequestedAct manualFilings() {
        return filings;
    }

    /** What a filing by hand came to. */
    public enum Manual {
        /** Another person must say the same. */
        REQUESTED,
        /** Two persons said it: the claim is DECLARED. */
        CONFIRMED
    }

    /**
     * What a person filed in the insurer's portal.
     *
     * @param reference the insurer's
     * @param at when the insurer received it
     * @param evidence the proof, such as the portal's receipt
     */
    public record Filing(String reference, Instant at, byte[] evidence) {}

    /**
     * Lets a waiting claim go.
     *
     * @throws ActRefused SEC-003 if the actor asked for it, OPS-006 if it does not wait for approval, OPS-004 if there is none
     */
    public Claim approve(ClaimKey key, String actor) {
        return change(key, claim -> {
            if (claim.requestedBy().equals(actor)) {
                throw new ActRefused(
                        ProblemCode.SEC_003, actor + " asked for claim " + key + "; another approver must release it");
            }
            if (claim.state() != ClaimState.AWAITING_APPROVAL) {
                throw conflict(claim, "be approved: it does not wait for an approver");
            }
            Claim approved = claim.released(new Release(claim.window().day(ideas.now()), actor));
            events.record(approved, "approved", actor, Map.of());
            events.clear(approved, ProblemCode.CLM_005, actor);
            events.clear(approved, ProblemCode.CLM_006, actor);
            cases.left(key);
            arm(approved);
            return approved;
        });
    }

    /** Stops it until it is released; what is under way is asked about, nothing more is sent. */
    public Claim hold(ClaimKey key, String actor, String reason) {
        return change(key, claim -> {
            if (claim.hold() != null) {
                throw conflict(claim, "be held: " + claim.hold().by() + " holds it already");
            }
            if (!claim.state().undeclared()) {
                throw conflict(claim, "be held any more");
            }
            Claim held = claim.held(new Hold(actor, reason, ideas.now()));
            events.record(held, "held", actor, Map.of("reason", reason));
            return held;
        });
    }

    /** Ends a hold, also the one after a refusal by the insurer, and the wait for a second person's word on a filing by hand. */
    public Claim release(ClaimKey key, String actor) {
        return change(key, claim -> {
            if (claim.hold() == null) {
                throw conflict(claim, "be released: nobody holds it");
            }
            Claim released = claim.unheld();
            events.record(released, "released", actor, Map.of());
            events.clear(released, ProblemCode.CLM_008, actor);
            events.clear(released, ProblemCode.CLM_012, actor);
            requests.pointless(filings.kind(), ClaimEvents.stream(key), actor, "the hold was ended");
            arm(released);
            return released;
        });
    }

    /**
     * Ends a claim of which the insurer has nothing; has one that it has taken back by a message to it, and WITHDRAWN by its answer.
     *
     * @throws ActRefused OPS-006 if the insurer may have it, or has paid for it
     */
    public Claim withdraw(ClaimKey key, String actor, String reason) {
        return change(key, claim -> {
            if (ChangeRules.open(claim.state())) {
                return withdrawals.asked(claim, actor, reason);
            }
            boolean nothingThere = books.submissions()
                    .latest(key)
                    .map(Submission::nothingThere)
                    .orElse(true);
            if (!claim.state().undeclared() || !nothingThere) {
                throw conflict(claim, "be withdrawn: the insurer may have it, or it is settled");
            }
            Claim withdrawn = claim.withdrawn();
            events.record(withdrawn, "withdrawn", actor, Map.of("reason", reason));
            events.clearAll(withdrawn, actor);
            cases.left(key);
            requests.pointless(filings.kind(), ClaimEvents.stream(key), actor, "the claim was withdrawn");
            arm(withdrawn);
            ideas.tasks()
                    .arm(
                            TaskKinds.EXPOSURE,
                            Long.toString(claim.subject().exposureId()),
                            claim.subject().creditor(),
                            ideas.now(),
                            claim.window().closeAt());
            return withdrawn;
        });
    }

    /**
     * Records what was filed in a portal. The first person's word holds the claim, so that the machine does not file it too; when another
     * one says the same reference and instant, it is DECLARED.
     *
     * @throws ActRefused OPS-006 if it is declared already or being sent at this moment, OPS-005 without reference or evidence
     */
    public Manual declaredManually(ClaimKey key, Filing filing, String actor) {
        if (filing.reference().isBlank() || filing.evidence().length == 0) {
            throw new ActRefused(
                    ProblemCode.OPS_005, "claim " + key + ": give the insurer's reference and the evidence");
        }
        Claim after = change(key, claim -> filings.filed(claim, filing, actor));
        return after.state() == ClaimState.DECLARED ? Manual.CONFIRMED : Manual.REQUESTED;
    }

    private Claim change(ClaimKey key, UnaryOperator<Claim> act) {
        Claim changed = ideas.transactions().execute(status -> {
            Claim claim = locked(books, key);
            Claim after = act.apply(claim);
            books.claims().update(after);
            return after;
        });
        if (changed == null) {
            throw new IllegalStateException("the transaction on claim " + key + " gave nothing back");
        }
        return changed;
    }

    private void arm(Claim claim) {
        ideas.tasks()
                .arm(
                        ClaimHandler.KIND,
                        claim.key().value(),
                        claim.subject().creditor(),
                        ideas.now(),
                        claim.window().closeAt());
    }

    static Claim locked(Books books, ClaimKey key) {
        return books.claims()
                .lock(key)
                .orElseThrow(() -> new ActRefused(ProblemCode.OPS_004, "there is no claim " + key));
    }

    static ActRefused conflict(Claim claim, String what) {
        return new ActRefused(
                ProblemCode.OPS_006, "claim " + claim.key() + " is " + claim.state() + " and cannot " + what);
    }
}
