package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Holding;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import java.time.Instant;

/**
 * Asks whether the insurer has a transfer: after a lost answer, and for the business receipt of what was only carried. "Not there" counts
 * when it was said more than once, the last time at least {@code settleTime} after the call in business and in system time: then the stored
 * bytes may go again. Of what was carried it says nothing: the insurer takes it away before it writes its receipt.
 */
final class TransferEnquiry {

    private final TransferBooks books;
    private final Ideas ideas;
    private final TransferOutcomes outcomes;
    private final TransferChannels channels;
    private final TransferTraffic traffic;

    TransferEnquiry(TransferBooks books, Ideas ideas, TransferOutcomes outcomes, TransferChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.outcomes = outcomes;
        this.channels = channels;
        this.traffic = new TransferTraffic(books.messages(), ideas.vault());
    }

    void ask(Task task, Transfer transfer) {
        Claim claim =
                books.claims().find(transfer.submission().attempt().claim()).orElseThrow();
        DocumentChannel channel = channels.of(claim.subject().insurer(), transfer);
        Parcel parcel = channels.parcel(transfer);
        Asked asked = new Asked(channel, ideas.moment());
        DocumentChannel.Reply<Holding> reply = channel.look(parcel);
        ideas.transactions().executeWithoutResult(status -> settle(task, transfer, asked, reply));
    }

    /** Where, and when. */
    private record Asked(DocumentChannel channel, Sent at) {}

    private void settle(Task task, Transfer then, Asked asked, DocumentChannel.Reply<Holding> reply) {
        Claim claim = books.claims().lock(then.submission().attempt().claim()).orElseThrow();
        Transfer now = books.transfers().get(then.submission().attempt().id());
        if (!now.submission().sameAs(then.submission()) || now.awaitsReceipt() != then.awaitsReceipt()) {
            throw new Tasks.LeaseLost(task);
        }
        traffic.asked(claim, now, asked.channel().question(), reply);
        if (now.submission() instanceof Submission.Sending carried) {
            receipt(task, claim, now, carried, asked.channel(), reply.outcome());
        } else if (now.submission() instanceof Submission.OutcomeUnknown unknown) {
            outcome(task, claim, now, unknown, asked, reply.outcome());
        }
    }

    /** Of a transfer that was carried. */
    private void receipt(
            Task task,
            Claim claim,
            Transfer transfer,
            Submission.Sending carried,
            DocumentChannel channel,
            Holding holding) {
        if (holding instanceof Holding.Held held) {
            Submission.Acknowledged acknowledged = carried.acknowledged(held.receipt(), ideas.now());
            outcomes.received(task, claim, transfer, acknowledged, held.receivedAt());
        } else if (holding instanceof Holding.Refused refused) {
            outcomes.rejected(task, claim, transfer, carried.rejected(refused.words(), ideas.now()), refused.words());
        } else {
            outcomes.stillWithoutReceipt(task, claim, transfer, channel.receiptWithin(), holding.words());
        }
    }

    /** Of a transfer whose answer was lost. */
    private void outcome(
            Task task,
            Claim claim,
            Transfer transfer,
            Submission.OutcomeUnknown unknown,
            Asked asked,
            Holding holding) {
        if (holding instanceof Holding.Held held) {
            Submission.Acknowledged acknowledged = unknown.acknowledged(held.receipt(), ideas.now());
            outcomes.received(task, claim, transfer, acknowledged, held.receivedAt());
        } else if (holding instanceof Holding.Lies lies) {
            outcomes.carried(task, claim, transfer, unknown.carried(), lies.words());
        } else if (holding instanceof Holding.Refused refused) {
            outcomes.rejected(task, claim, transfer, unknown.rejected(refused.words(), ideas.now()), refused.words());
        } else if (holding instanceof Holding.NotThere) {
            denied(task, claim, transfer, unknown.deniedOnce(), asked);
        } else {
            Submission.OutcomeUnknown unanswered = unknown.unanswered();
            books.transfers().update(unanswered);
            outcomes.askAgain(task, claim, unanswered);
        }
    }

    private void denied(Task task, Claim claim, Transfer transfer, Submission.OutcomeUnknown denied, Asked asked) {
        var settleTime = asked.channel().terms().settleTime();
        Instant now = ideas.now();
        if (denied.deniedForGood(settleTime, asked.at())) {
            String proof = claim.subject().insurer() + " does not have it, asked " + denied.asked()
                    + " times, the last at least " + settleTime + " after the call";
            outcomes.sendAgain(task, claim, transfer, denied.notTaken(proof));
            return;
        }
        books.transfers().update(denied);
        // The first denial counts for nothing by itself; the next counts once the insurer must have settled, by both
        // clocks.
        Instant settled = denied.over().at().plus(settleTime);
        ideas.tasks()
                .rescheduleHeld(
                        task,
                        settled.isBefore(now) ? now : settled,
                        outcomes.closeAt(claim, now),
                        denied.over().systemAt().plus(settleTime));
    }
}
