package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Carried;
import io.claimgate.flow.Departed;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import org.jspecify.annotations.Nullable;

/** Sends a transfer once, and records what came of it. */
final class TransferSending {

    private final TransferBooks books;
    private final Ideas ideas;
    private final TransferOutcomes outcomes;
    private final TransferChannels channels;
    private final TransferTraffic traffic;

    TransferSending(TransferBooks books, Ideas ideas, TransferOutcomes outcomes, TransferChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.outcomes = outcomes;
        this.channels = channels;
        this.traffic = new TransferTraffic(books.messages(), ideas.vault());
    }

    void send(Task task, Transfer transfer, Submission.Sendable sendable) {
        Parcel parcel = channels.parcel(transfer);
        Begun begun = ideas.transactions().execute(status -> begin(task, transfer, parcel, sendable));
        if (begun == null) {
            return;
        }
        ideas.departures().note(Departed.of("DOCUMENT", begun.submission(), transfer.papers()));
        // Once more when the first byte is ready: a process that was frozen meanwhile may have lost the task.
        LastLook look = LastLook.of(ideas.tasks(), task, () -> paused(begun.claim()));
        DocumentChannel.Reply<Carried> reply = begun.channel().send(parcel, look);
        ideas.transactions().executeWithoutResult(status -> settle(task, begun, parcel, reply));
    }

    private record Begun(Claim claim, Submission.Sending submission, DocumentChannel channel) {}

    private boolean paused(Claim claim) {
        return books.pauses().stops(claim.subject().insurer(), claim.subject().creditor());
    }

    /** The last look before the first byte; null if it may not go now after all. */
    private @Nullable Begun begin(Task task, Transfer transfer, Parcel parcel, Submission.Sendable sendable) {
        Claim claim = books.claims().lock(sendable.attempt().claim()).orElseThrow();
        boolean unchanged =
                books.transfers().get(sendable.attempt().id()).submission().sameAs(sendable);
        if (paused(claim) || !unchanged || claim.state() == ClaimState.WITHDRAWN) {
            ideas.tasks().reschedule(task, ideas.now(), outcomes.closeAt(claim, ideas.now()));
            return null;
        }
        DocumentChannel channel = channels.of(claim.subject().insurer(), transfer);
        ideas.tasks()
                .callBegins(
                        task, channel.longestCall(parcel).plus(channel.terms().settleTime()));
        Submission.Sending begun = sendable.sending(new Sent(ideas.now(), ideas.systemNow()));
        books.transfers().update(begun);
        return new Begun(claim, begun, channel);
    }

    private void settle(Task task, Begun begun, Parcel parcel, DocumentChannel.Reply<Carried> reply) {
        Submission.Sending sending = begun.submission();
        Claim claim = books.claims().lock(sending.attempt().claim()).orElseThrow();
        Transfer now = books.transfers().get(sending.attempt().id());
        if (!now.submission().sameAs(sending) || now.awaitsReceipt()) {
            // A successor took over while the answer was on its way, and asks the insurer himself.
            throw new Tasks.LeaseLost(task);
        }
        traffic.sent(claim, sending, parcel, begun.channel().terms(), reply);
        Carried outcome = reply.outcome();
        if (outcome instanceof Carried.Received received) {
            outcomes.received(
                    task, claim, now, sending.acknowledged(received.receipt(), ideas.now()), received.receivedAt());
        } else if (outcome instanceof Carried.Delivered delivered) {
            outcomes.carried(task, claim, now, sending, delivered.proof());
        } else if (outcome instanceof Carried.Refused refused) {
            outcomes.rejected(task, claim, now, sending.rejected(refused.words(), ideas.now()), refused.words());
        } else if (outcome instanceof Carried.NotSent notSent) {
            outcomes.notSent(task, claim, sending.notTaken(notSent.reason()));
        } else {
            outcomes.lost(claim, now, sending.lost(outcome.words(), ideas.moment()));
            ideas.tasks().reschedule(task, ideas.now(), outcomes.closeAt(claim, ideas.now()));
        }
    }
}
