package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Gate;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.RetryPlan;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Sends stored bytes once, and records what came of it. */
final class Sending {

    private final Books books;
    private final Ideas ideas;
    private final ClaimOutcomes outcomes;
    private final InsurerChannels channels;
    private final Traffics traffics;

    Sending(Books books, Ideas ideas, ClaimOutcomes outcomes, InsurerChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.outcomes = outcomes;
        this.channels = channels;
        this.traffics = new Traffics(books.messages(), ideas.vault());
    }

    void send(Task task, Submission.Sendable sendable) {
        byte[] payload = ideas.vault().read(sendable.attempt().payload());
        Begun begun = ideas.transactions().execute(status -> begin(task, sendable));
        if (begun == null) {
            return;
        }
        // Once more after the commit: a process that was frozen in it may have lost the task meanwhile.
        if (!ideas.tasks().stillOurs(task)) {
            throw new Tasks.LeaseLost(task);
        }
        InsurerChannel.Reply<Answer> reply =
                begun.channel().declare(begun.submission().attempt().claim(), payload);
        ideas.transactions().executeWithoutResult(status -> settle(task, begun.submission(), begun.channel(), reply));
    }

    private record Begun(Submission.Sending submission, InsurerChannel channel) {}

    /** The last look before the first byte; null if it may not go now after all. */
    private @Nullable Begun begin(Task task, Submission.Sendable sendable) {
        Claim claim = books.claims().lock(sendable.attempt().claim()).orElseThrow();
        boolean paused =
                books.pauses().stops(claim.subject().insurer(), claim.subject().creditor());
        boolean open = claim.state().undeclared() && Gate.of(claim, paused, ideas.now()) instanceof Gate.Open;
        boolean unchanged =
                books.submissions().latest(claim.key()).filter(sendable::sameAs).isPresent();
        if (!open || !unchanged) {
            ideas.tasks().reschedule(task, ideas.now(), claim.window().closeAt());
            return null;
        }
        if (!ideas.tasks().stillOurs(task)) {
            throw new Tasks.LeaseLost(task);
        }
        InsurerChannel channel = channels.of(claim.subject().insurer());
        Submission.Sending begun = sendable.sending(new Sent(ideas.now(), ideas.systemNow()));
        books.submissions().update(begun);
        return new Begun(begun, channel);
    }

    private void settle(
            Task task, Submission.Sending begun, InsurerChannel channel, InsurerChannel.Reply<Answer> reply) {
        Claim claim = books.claims().lock(begun.attempt().claim()).orElseThrow();
        if (books.submissions().latest(claim.key()).filter(begun::sameAs).isEmpty()) {
            // A successor took over while the answer was on its way, and asks the insurer himself.
            throw new Tasks.LeaseLost(task);
        }
        traffics.sent(claim, begun, channel.terms(), reply);
        Instant now = ideas.now();
        Instant closeAt = claim.window().closeAt();
        if (reply.outcome() instanceof Answer.Accepted accepted) {
            Submission.Acknowledged acknowledged = begun.acknowledged(accepted.reference(), now);
            outcomes.declared(claim, acknowledged, accepted.reference(), accepted.receivedAt());
            ideas.tasks().done(task);
        } else if (reply.outcome() instanceof Answer.Refused refused) {
            outcomes.rejected(claim, begun.rejected(refused.words(), now), refused);
            ideas.tasks().reschedule(task, claim.window().nextLook(now), closeAt);
        } else if (reply.outcome() instanceof Answer.NotSent notSent) {
            books.submissions().update(begun.notTaken(notSent.reason()));
            ideas.tasks().reschedule(task, nextTry(claim, begun, now), closeAt);
        } else {
            outcomes.lost(claim, begun.lost(reply.outcome().words()));
            ideas.tasks().reschedule(task, now, closeAt);
        }
    }

    /** At the close at the latest: then it is seen that it is too late. */
    private static Instant nextTry(Claim claim, Submission.Sending begun, Instant now) {
        Instant closeAt = claim.window().closeAt();
        return RetryPlan.DEFAULT
                .next(begun.calls(), now, closeAt, ThreadLocalRandom.current())
                .orElse(closeAt);
    }
}
