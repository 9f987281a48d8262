package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Gate;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Departed;
import io.claimgate.flow.Departure;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.LastLook;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claim itself: it has a close, and is foreclosed behind it. */
final class DeclarationMatter implements Matter {

    /** After the close the claim is foreclosed, but proof that the insurer received it in time is still looked for. */
    static final Duration LATE_PROOF = Duration.ofDays(30);

    private final ClaimKey key;
    private final Books books;
    private final Ideas ideas;
    private final ClaimOutcomes outcomes;
    private final ClaimEvents events;

    DeclarationMatter(ClaimKey key, Books books, Ideas ideas, ClaimOutcomes outcomes) {
        this.key = key;
        this.books = books;
        this.ideas = ideas;
        this.outcomes = outcomes;
        this.events = new ClaimEvents(ideas);
    }

    @Override
    public Optional<Submission> latest() {
        return books.submissions().latest(key);
    }

    @Override
    public boolean mayLeave(Claim claim) {
        boolean paused =
                books.pauses().stops(claim.subject().insurer(), claim.subject().creditor());
        return claim.state().undeclared() && Gate.of(claim, paused, ideas.now()) instanceof Gate.Open;
    }

    @Override
    public Instant triedUntil(Claim claim) {
        return claim.window().closeAt();
    }

    @Override
    public Instant askedUntil(Claim claim) {
        Instant closeAt = claim.window().closeAt();
        return claim.window().closed(ideas.now()) ? closeAt.plus(LATE_PROOF) : closeAt;
    }

    @Override
    public Instant nextLook(Claim claim) {
        return claim.window().nextLook(ideas.now());
    }

    @Override
    public String operation(InsurerChannel.Terms terms) {
        return terms.declare();
    }

    @Override
    public InsurerChannel.Reply<Answer> say(InsurerChannel channel, byte[] payload, LastLook look) {
        return channel.declare(key, payload, look);
    }

    @Override
    public Departure departure(Submission.Sending sending) {
        Claim claim = books.claims().find(key).orElseThrow();
        return Departed.of(
                "DECLARE", sending, new Departure.Declared(claim, books.claims().lines(key)));
    }

    @Override
    public Finding finding(Claim claim, Query.Found found) {
        boolean same = (found.amount() == null || found.amount().compareTo(claim.amount()) == 0)
                && (found.currency() == null || found.currency().equals(claim.currency()));
        return same ? Finding.THERE : Finding.OTHER;
    }

    @Override
    public @Nullable Instant stamp(Query.Found found) {
        return found.receivedAt();
    }

    @Override
    public void acknowledged(
            Claim claim, Submission.Acknowledged submission, @Nullable String reference, @Nullable Instant receivedAt) {
        outcomes.declared(
                claim,
                submission,
                Objects.requireNonNull(reference, "an insurer that has a claim has a number for it"),
                receivedAt);
    }

    @Override
    public void rejected(Claim claim, Submission.Rejected submission, Answer.Refused refusal) {
        outcomes.rejected(claim, submission, refusal);
    }

    @Override
    public void lost(Claim claim, Submission.OutcomeUnknown submission) {
        outcomes.lost(claim, submission);
    }

    @Override
    public void stillUnknown(Claim claim, String why) {
        if (claim.state().undeclared() && claim.window().closed(ideas.now())) {
            outcomes.foreclosed(claim, why);
        }
    }

    @Override
    public void unclear(Claim claim, String what) {
        events.alert(claim, ProblemCode.CLM_012, Severity.CRITICAL, what);
    }

    @Override
    public void goesAgain(Claim claim) {
        events.clear(claim, ProblemCode.CLM_007, EventLog.MACHINE);
    }
}
