package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Declaration;
import io.claimgate.claim.Gate;
import io.claimgate.claim.Release;
import io.claimgate.claim.ReleaseRule.DailyCap;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a draft to a committed intent: who lets it go, and the bytes that will be sent. In the caller's transaction, under the claim's lock. */
final class Preparation {

    private final Books books;
    private final Ideas ideas;
    private final ClaimEvents events;
    private final ClaimOutcomes outcomes;
    private final InsurerChannels channels;

    Preparation(Books books, Ideas ideas, ClaimOutcomes outcomes, InsurerChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.outcomes = outcomes;
        this.channels = channels;
    }

    /** Says why it waits, once. */
    void wait(Claim claim, Gate.Shut shut) {
        boolean near = claim.window().nearClose(ideas.now());
        if (shut.reason() == Gate.Reason.APPROVAL && claim.state() == ClaimState.DRAFT) {
            awaitApproval(claim, ProblemCode.CLM_005, "its policy wants an approver; approve or withdraw it");
        }
        if (shut.reason() == Gate.Reason.PAUSED && near) {
            events.alert(
                    claim,
                    ProblemCode.CLM_010,
                    Severity.CRITICAL,
                    "outgoing is paused and the window closes on "
                            + claim.window().closesOn() + "; resume it");
        }
        if (near) {
            events.alert(
                    claim,
                    ProblemCode.CLM_009,
                    Severity.CRITICAL,
                    "not sent (" + shut.reason() + ") and the window closes on "
                            + claim.window().closesOn() + "; file it by hand if it cannot go");
        }
    }

    /** The claim as it may go, or empty if the day's cap is reached and it waits for an approver. */
    Optional<Claim> release(Claim claim, Gate.Word word) {
        if (word == Gate.Word.GIVEN) {
            return Optional.of(claim);
        }
        Release release = new Release(claim.window().day(ideas.now()), EventLog.MACHINE);
        DailyCap cap = claim.rule().dailyCap();
        if (word == Gate.Word.WITHIN_CAP
                && cap != null
                && !books.releases().take(claim.subject().policy(), release.on(), claim.amount(), cap)) {
            awaitApproval(
                    claim,
                    ProblemCode.CLM_006,
                    "policy " + claim.subject().policy() + " lets no more go automatically on " + release.on()
                            + "; approve or withdraw it");
            return Optional.empty();
        }
        return Optional.of(claim.released(release));
    }

    /** The submission whose bytes are to be sent, or null if the claim cannot be put into the insurer's words. */
    Submission.@Nullable Sendable intent(Claim claim, @Nullable Submission latest) {
        if (latest instanceof Submission.Sendable sendable) {
            return sendable;
        }
        Vault.Stored payload;
        try {
            payload = render(claim);
        } catch (PartnerFailure.Permanent e) {
            outcomes.held(claim, String.valueOf(e.getMessage()));
            return null;
        }
        Instant now = ideas.now();
        Claim declaring = claim.declaring();
        books.claims().update(declaring);
        int number = latest == null ? 1 : latest.attempt().number() + 1;
        Submission.Pending pending = books.submissions().insert(declaring, number, payload.sha256(), now);
        Release release = declaring.release();
        events.record(
                declaring,
                "declaring",
                EventLog.MACHINE,
                Map.of(
                        "attempt",
                        number,
                        "payload",
                        payload.sha256(),
                        "releasedBy",
                        release == null ? EventLog.MACHINE : release.by()));
        return pending;
    }

    private Vault.Stored render(Claim claim) {
        Declaration declaration = new Declaration(
                claim, books.claims().debtor(claim.subject()), books.claims().lines(claim.key()));
        byte[] bytes = channels.of(claim.subject().insurer()).render(declaration);
        return ideas.vault().put(claim.subject().creditor(), "REQUEST", bytes);
    }

    private void awaitApproval(Claim before, ProblemCode code, String why) {
        Claim claim = before.awaitingApproval();
        books.claims().update(claim);
        events.record(claim, "awaiting-approval", EventLog.MACHINE, Map.of("reason", why));
        events.alert(claim, code, Severity.WARNING, why);
    }
}
