package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Declaration;
import io.claimgate.claim.Gate;
import io.claimgate.claim.Release;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.claim.ReleaseRule.DailyCap;
import io.claimgate.claim.Stop;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Vault;
import io.claimgate.flow.guard.GuardCase;
import io.claimgate.flow.guard.Guards;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a draft to a committed intent: who lets it go, and the bytes that will be sent. In the caller's transaction, under the claim's lock. */
final class Preparation {

    private final Books books;
    private final Guards guards;
    private final Ideas ideas;
    private final ClaimEvents events;
    private final ClaimOutcomes outcomes;
    private final InsurerChannels channels;

    Preparation(Books books, Guards guards, Ideas ideas, ClaimOutcomes outcomes, InsurerChannels channels) {
        this.books = books;
        this.guards = guards;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.outcomes = outcomes;
        this.channels = channels;
    }

    /** Says why it waits, once. */
    void wait(Claim claim, @Nullable Stop stop, Gate.Shut shut) {
        boolean near = claim.window().nearClose(ideas.now());
        if (shut.reason() == Gate.Reason.APPROVAL && claim.state() == ClaimState.DRAFT) {
            awaitApproval(claim);
        }
        if (shut.reason() == Gate.Reason.PAUSED && near) {
            events.alert(
                    claim,
                    ProblemCode.CLM_010,
                    Severity.CRITICAL,
                    "outgoing is paused and the window closes on "
                            + claim.window().closesOn() + "; resume it");
        }
        // What a guard has stopped is told with its case, past its safe date as critical.
        if (near && stop == null) {
            events.alert(
                    claim,
                    ProblemCode.CLM_009,
                    Severity.CRITICAL,
                    "not sent (" + shut.reason() + ") and the window closes on "
                            + claim.window().closesOn() + "; file it by hand if it cannot go");
        }
    }

    /** Whether it goes on its way. */
    sealed interface Passage {
        record Free(Claim claim) implements Passage {}

        record Waits(Instant lookAgainAt) implements Passage {}
    }

    /**
     * Lets the claim go on the word that the gate gave, unless a guard or the day's cap stops it.
     *
     * @param stop the guard's that stopped it before; null where none did
     */
    Passage release(Claim claim, Gate.Word word, @Nullable Stop stop) {
        return switch (word) {
            case GIVEN -> new Passage.Free(claim);
            case CASE -> releasedWithItsCase(claim, Objects.requireNonNull(stop));
            // It was stopped, people had their time, and the policy says that then it goes.
            case SAFE_DATE -> stop == null ? guarded(claim) : byMachine(claim);
            case WITHIN_CAP -> guarded(claim);
        };
    }

    private Passage guarded(Claim claim) {
        Guards.Verdict verdict = guards.look(claim);
        if (verdict instanceof Guards.Verdict.NotYet notYet) {
            return new Passage.Waits(notYet.lookAgainAt());
        }
        if (verdict instanceof Guards.Verdict.Stopped stopped) {
            return stopped(claim, stopped.by());
        }
        LocalDate today = claim.window().day(ideas.now());
        DailyCap cap = claim.rule().dailyCap();
        if (cap == null || claim.rule().mode() != ReleaseRule.Mode.AUTOMATIC) {
            return byMachine(claim);
        }
        return books.releases().take(claim.subject().policy(), today, claim.amount(), cap)
                ? byMachine(claim)
                : stopped(claim, guards.capReached(claim, today));
    }

    private Passage byMachine(Claim claim) {
        return new Passage.Free(claim.released(new Release(claim.window().day(ideas.now()), EventLog.MACHINE)));
    }

    private Passage releasedWithItsCase(Claim claim, Stop stop) {
        String approver = Objects.requireNonNull(stop.releasedBy());
        Claim released = claim.released(new Release(claim.window().day(ideas.now()), approver));
        events.record(
                released,
                "approved",
                approver,
                Map.of("case", stop.caseId(), "guard", stop.guard().name()));
        return new Passage.Free(released);
    }

    private Passage stopped(Claim before, GuardCase by) {
        Stop stop = guards.cases().stop(before.key(), by);
        Claim claim = before;
        if (before.state() != ClaimState.AWAITING_APPROVAL) {
            claim = before.awaitingApproval();
            books.claims().update(claim);
        }
        events.record(
                claim,
                "awaiting-approval",
                EventLog.MACHINE,
                Map.of("reason", stop.reason(), "guard", stop.guard().name(), "case", stop.caseId()));
        boolean byItself = claim.rule().onSafeDate() == ReleaseRule.OnSafeDate.DECLARE;
        return new Passage.Waits(
                byItself ? stop.goesByItselfAt(claim.window()) : claim.window().nextLook(ideas.now()));
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

    private void awaitApproval(Claim before) {
        String why = "its policy wants an approver; approve or withdraw it";
        Claim claim = before.awaitingApproval();
        books.claims().update(claim);
        events.record(claim, "awaiting-approval", EventLog.MACHINE, Map.of("reason", why));
        events.alert(claim, ProblemCode.CLM_005, Severity.WARNING, why);
    }
}
