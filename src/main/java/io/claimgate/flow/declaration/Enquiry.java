package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Query;
import io.claimgate.exchange.RetryPlan;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * After a lost answer the insurer is asked. "Found" ends it. "Not found" counts when it was said more than once, the last time at least
 * {@code settleTime} after the call in business and in system time: then the stored bytes may go again.
 */
final class Enquiry {

    private final Books books;
    private final Ideas ideas;
    private final InsurerChannels channels;
    private final Traffics traffics;

    Enquiry(Books books, Ideas ideas, InsurerChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.channels = channels;
        this.traffics = new Traffics(books.messages(), ideas.vault());
    }

    void ask(Task task, Matter matter, Submission.OutcomeUnknown unknown) {
        Claim claim = books.claims().find(unknown.attempt().claim()).orElseThrow();
        InsurerChannel channel = channels.of(claim.subject().insurer());
        InsurerChannel.Terms terms = channel.terms();
        if (!terms.answersQueries()) {
            ideas.transactions()
                    .executeWithoutResult(status ->
                            withoutAsking(task, matter, lockUnchanged(task, matter, unknown), unknown, terms));
            return;
        }
        Sent asked = ideas.moment();
        InsurerChannel.Reply<Query> reply = channel.ask(claim.key());
        ideas.transactions()
                .executeWithoutResult(status -> settle(task, matter, unknown, new Asked(terms, asked), reply));
    }

    private void settle(
            Task task,
            Matter matter,
            Submission.OutcomeUnknown unknown,
            Asked asked,
            InsurerChannel.Reply<Query> reply) {
        Claim claim = lockUnchanged(task, matter, unknown);
        traffics.asked(claim, unknown, asked.terms(), reply);
        if (reply.outcome() instanceof Query.Found found) {
            found(task, matter, claim, unknown, asked, found);
        } else if (reply.outcome() instanceof Query.NotFound) {
            denied(task, matter, claim, unknown.deniedOnce(), asked);
        } else {
            noAnswer(task, matter, claim, unknown.unanswered(), reply.outcome().words());
        }
    }

    private void found(
            Task task, Matter matter, Claim claim, Submission.OutcomeUnknown unknown, Asked asked, Query.Found found) {
        InsurerChannel.Terms terms = asked.terms();
        switch (matter.finding(claim, found)) {
            case THERE -> {
                Submission.Acknowledged acknowledged = unknown.acknowledged(found.reference(), ideas.now());
                matter.acknowledged(claim, acknowledged, found.reference(), matter.stamp(found));
                ideas.tasks().done(task);
            }
            case OTHER -> {
                String what = terms.insurer() + " holds it as " + found.reference() + " with " + found.amount() + " "
                        + found.currency() + " instead of what it was told";
                matter.unclear(claim, what + "; agree with the insurer");
                noAnswer(task, matter, claim, unknown.unanswered(), what);
            }
            case NOT_THERE -> denied(task, matter, claim, unknown.deniedOnce(), asked);
            case UNSAID -> withoutAsking(task, matter, claim, unknown, terms);
        }
    }

    private void denied(Task task, Matter matter, Claim claim, Submission.OutcomeUnknown denied, Asked asked) {
        InsurerChannel.Terms terms = asked.terms();
        Duration settleTime = terms.settleTime();
        if (denied.deniedForGood(settleTime, asked.at())) {
            sendAgain(
                    task,
                    matter,
                    claim,
                    denied.notTaken(terms.insurer() + " does not have it, asked " + denied.asked()
                            + " times, the last at least " + settleTime + " after the call"));
            return;
        }
        books.submissions().update(denied);
        matter.stillUnknown(claim, "the answer was lost and the insurer does not have it");
        // The first denial counts for nothing by itself; the next counts once the insurer must have settled, by both
        // clocks.
        waitToSettle(task, matter.askedUntil(claim), denied, settleTime);
    }

    private void waitToSettle(Task task, Instant until, Submission.OutcomeUnknown unknown, Duration settleTime) {
        Instant settled = unknown.over().at().plus(settleTime);
        Instant now = ideas.now();
        ideas.tasks()
                .rescheduleHeld(
                        task,
                        settled.isBefore(now) ? now : settled,
                        until,
                        unknown.over().systemAt().plus(settleTime));
    }

    private void noAnswer(Task task, Matter matter, Claim claim, Submission.OutcomeUnknown unanswered, String reason) {
        books.submissions().update(unanswered);
        matter.stillUnknown(claim, "the answer was lost and asking came to nothing: " + reason);
        Instant now = ideas.now();
        Instant until = matter.askedUntil(claim);
        RetryPlan.DEFAULT
                .next(unanswered.asked(), now, until, ThreadLocalRandom.current())
                .ifPresentOrElse(
                        next -> ideas.tasks().reschedule(task, next, until),
                        () -> ideas.tasks()
                                .park(
                                        task,
                                        "the insurer has not said whether it has the claim, until " + until + ": "
                                                + reason + "; ask it by other means"));
    }

    /** An insurer that cannot be asked: one that takes it once only may get it again, of another a person must find out. */
    private void withoutAsking(
            Task task, Matter matter, Claim claim, Submission.OutcomeUnknown unknown, InsurerChannel.Terms terms) {
        if (!terms.idempotent()) {
            matter.unclear(claim, terms.insurer() + " may have it and cannot be asked; find out by other means");
            matter.stillUnknown(claim, "the answer was lost and " + terms.insurer() + " cannot be asked");
            ideas.tasks().park(task, terms.insurer() + " may have it and cannot be asked; find out by other means");
        } else if (unknown.over().settled(terms.settleTime(), ideas.now(), ideas.systemNow())) {
            sendAgain(task, matter, claim, unknown.notTaken(terms.insurer() + " takes a claim key once only"));
        } else {
            waitToSettle(task, matter.askedUntil(claim), unknown, terms.settleTime());
        }
    }

    private void sendAgain(Task task, Matter matter, Claim claim, Submission.Failed proven) {
        books.submissions().update(proven);
        matter.goesAgain(claim);
        // The next run looks at the gate again: pause, hold and close decide whether it goes.
        ideas.tasks().reschedule(task, ideas.now(), matter.triedUntil(claim));
    }

    private Claim lockUnchanged(Task task, Matter matter, Submission.OutcomeUnknown unknown) {
        Claim claim = books.claims().lock(unknown.attempt().claim()).orElseThrow();
        if (matter.latest().filter(unknown::sameAs).isEmpty()) {
            throw new Tasks.LeaseLost(task);
        }
        return claim;
    }
}
