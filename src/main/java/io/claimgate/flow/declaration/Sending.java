package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.RetryPlan;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Sends stored bytes once, and records what came of it. */
final class Sending {

    private final Books books;
    private final Ideas ideas;
    private final InsurerChannels channels;
    private final Traffics traffics;

    Sending(Books books, Ideas ideas, InsurerChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.channels = channels;
        this.traffics = new Traffics(books.messages(), ideas.vault());
    }

    void send(Task task, Matter matter, Submission.Sendable sendable) {
        byte[] payload = ideas.vault().read(sendable.attempt().payload());
        Begun begun = ideas.transactions().execute(status -> begin(task, matter, sendable));
        if (begun == null) {
            return;
        }
        ideas.departures().note(matter.departure(begun.submission()));
        // Once more when the first byte is ready: a process that was frozen meanwhile may have lost the task.
        LastLook look = LastLook.of(ideas.tasks(), task, () -> paused(begun.claim()));
        InsurerChannel.Reply<Answer> reply = matter.say(begun.channel(), payload, look);
        ideas.transactions().executeWithoutResult(status -> settle(task, matter, begun, reply));
    }

    private record Begun(Claim claim, Submission.Sending submission, InsurerChannel channel) {}

    private boolean paused(Claim claim) {
        return books.pauses().stops(claim.subject().insurer(), claim.subject().creditor());
    }

    /** The last look before the first byte; null if it may not go now after all. */
    private @Nullable Begun begin(Task task, Matter matter, Submission.Sendable sendable) {
        Claim claim = books.claims().lock(sendable.attempt().claim()).orElseThrow();
        boolean unchanged = matter.latest().filter(sendable::sameAs).isPresent();
        if (!matter.mayLeave(claim) || !unchanged) {
            ideas.tasks().reschedule(task, ideas.now(), matter.triedUntil(claim));
            return null;
        }
        InsurerChannel channel = channels.of(claim.subject().insurer());
        InsurerChannel.Terms terms = channel.terms();
        ideas.tasks().callBegins(task, terms.longestCall().plus(terms.settleTime()));
        Submission.Sending begun = sendable.sending(new Sent(ideas.now(), ideas.systemNow()));
        books.submissions().update(begun);
        return new Begun(claim, begun, channel);
    }

    private void settle(Task task, Matter matter, Begun begun, InsurerChannel.Reply<Answer> reply) {
        Submission.Sending sending = begun.submission();
        Claim claim = books.claims().lock(sending.attempt().claim()).orElseThrow();
        if (matter.latest().filter(sending::sameAs).isEmpty()) {
            // A successor took over while the answer was on its way, and asks the insurer himself.
            throw new Tasks.LeaseLost(task);
        }
        traffics.sent(claim, sending, matter.operation(begun.channel().terms()), reply);
        Instant now = ideas.now();
        Instant until = matter.triedUntil(claim);
        if (reply.outcome() instanceof Answer.Accepted accepted) {
            Submission.Acknowledged acknowledged = sending.acknowledged(accepted.reference(), now);
            matter.acknowledged(claim, acknowledged, accepted.reference(), accepted.receivedAt());
            ideas.tasks().done(task);
        } else if (reply.outcome() instanceof Answer.Refused refused) {
            matter.rejected(claim, sending.rejected(refused.words(), now), refused);
            Instant next = matter.nextLook(claim);
            if (next == null) {
                ideas.tasks().done(task);
            } else {
                ideas.tasks().reschedule(task, next, until);
            }
        } else if (reply.outcome() instanceof Answer.NotSent notSent) {
            books.submissions().update(sending.notTaken(notSent.reason()));
            ideas.tasks().reschedule(task, nextTry(sending, now, until), until);
        } else {
            matter.lost(claim, sending.lost(reply.outcome().words(), ideas.moment()));
            ideas.tasks().reschedule(task, now, until);
        }
    }

    /** At the close at the latest: then it is seen that it is too late. */
    private static Instant nextTry(Submission.Sending begun, Instant now, Instant until) {
        return RetryPlan.DEFAULT
                .next(begun.calls(), now, until, ThreadLocalRandom.current())
                .orElse(until);
    }
}
