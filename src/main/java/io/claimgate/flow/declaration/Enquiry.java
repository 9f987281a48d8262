package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Query;
import io.claimgate.exchange.RetryPlan;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * After a lost answer the insurer is asked. "Found" ends it. "Not found" counts when it was said more than once, the last time at least
 * {@code settleTime} after the call in business and in system time: then the stored bytes may go again.
 */
final class Enquiry {

    /** After the close the claim is foreclosed, but proof that the insurer received it in time is still looked for. */
    static final Duration LATE_PROOF = Duration.ofDays(30);

    private final Books books;
    private final Ideas ideas;
    private final ClaimOutcomes outcomes;
    private final ClaimEvents events;
    private final InsurerChannels channels;
    private final Traffics traffics;

    Enquiry(Books books, Ideas ideas, ClaimOutcomes outcomes, InsurerChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.outcomes = outcomes;
        this.events = new ClaimEvents(ideas);
        this.channels = channels;
        this.traffics = new Traffics(books.messages(), ideas.vault());
    }

    void ask(Task task, Submission.OutcomeUnknown unknown) {
        Claim claim = books.claims().find(unknown.attempt().claim()).orElseThrow();
        InsurerChannel channel = channels.of(claim.subject().insurer());
        if (!channel.terms().answersQueries()) {
            ideas.transactions().executeWithoutResult(status -> withoutAsking(task, unknown, channel.terms()));
            return;
        }
        InsurerChannel.Reply<Query> reply = channel.ask(claim.key());
        ideas.transactions().executeWithoutResult(status -> settle(task, unknown, channel.terms(), reply));
    }

    private void settle(
            Task task,
            Submission.OutcomeUnknown unknown,
            InsurerChannel.Terms terms,
            InsurerChannel.Reply<Query> reply) {
        Claim claim = lockUnchanged(task, unknown);
        traffics.asked(claim, unknown, terms, reply);
        if (reply.outcome() instanceof Query.Found found && sameAmount(claim, found)) {
            Submission.Acknowledged acknowledged = unknown.acknowledged(found.reference(), ideas.now());
            outcomes.declared(claim, acknowledged, found.reference(), found.receivedAt());
            ideas.tasks().done(task);
        } else if (reply.outcome() instanceof Query.Found other) {
            String what = terms.insurer() + " holds it as " + other.reference() + " with " + other.amount() + " "
                    + other.currency() + " instead of " + claim.amount() + " " + claim.currency();
            events.alert(claim, ProblemCode.CLM_012, Severity.CRITICAL, what + "; agree with the insurer");
            noAnswer(task, claim, unknown.unanswered(), what);
        } else if (reply.outcome() instanceof Query.NotFound) {
            denied(task, claim, unknown.deniedOnce(), terms);
        } else {
            noAnswer(task, claim, unknown.unanswered(), reply.outcome().words());
        }
    }

    private void denied(Task task, Claim claim, Submission.OutcomeUnknown denied, InsurerChannel.Terms terms) {
        Duration settleTime = terms.settleTime();
        if (denied.deniedForGood(settleTime, ideas.now(), ideas.systemNow())) {
            sendAgain(
                    task,
                    claim,
                    denied.notTaken(terms.insurer() + " does not have it, asked " + denied.asked()
                            + " times, the last at least " + settleTime + " after the call"));
            return;
        }
        books.submissions().update(denied);
        forecloseIfClosed(claim, "the answer was lost and the insurer does not have it");
        // The first denial counts for nothing by itself; the next counts once the insurer must have settled, by both
        // clocks.
        waitToSettle(task, claim, denied, settleTime);
    }

    private void waitToSettle(Task task, Claim claim, Submission.OutcomeUnknown unknown, Duration settleTime) {
        Instant settled = unknown.sent().at().plus(settleTime);
        Instant now = ideas.now();
        ideas.tasks()
                .rescheduleHeld(
                        task,
                        settled.isBefore(now) ? now : settled,
                        asksUntil(claim),
                        unknown.sent().systemAt().plus(settleTime));
    }

    private void noAnswer(Task task, Claim claim, Submission.OutcomeUnknown unanswered, String reason) {
        books.submissions().update(unanswered);
        forecloseIfClosed(claim, "the answer was lost and asking came to nothing: " + reason);
        Instant now = ideas.now();
        Instant until = asksUntil(claim);
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

    /** An insurer that cannot be asked: one that takes a claim key once only may get it again, of another a person must find out. */
    private void withoutAsking(Task task, Submission.OutcomeUnknown unknown, InsurerChannel.Terms terms) {
        Claim claim = lockUnchanged(task, unknown);
        if (!terms.idempotent()) {
            events.alert(
                    claim,
                    ProblemCode.CLM_012,
                    Severity.CRITICAL,
                    terms.insurer() + " may have it and cannot be asked; find out by other means");
            forecloseIfClosed(claim, "the answer was lost and " + terms.insurer() + " cannot be asked");
            ideas.tasks().park(task, terms.insurer() + " may have it and cannot be asked; find out by other means");
        } else if (unknown.sent().settled(terms.settleTime(), ideas.now(), ideas.systemNow())) {
            sendAgain(task, claim, unknown.notTaken(terms.insurer() + " takes a claim key once only"));
        } else {
            waitToSettle(task, claim, unknown, terms.settleTime());
        }
    }

    private void sendAgain(Task task, Claim claim, Submission.Failed proven) {
        books.submissions().update(proven);
        events.clear(claim, ProblemCode.CLM_007, EventLog.MACHINE);
        // The next run looks at the gate again: pause, hold and close decide whether it goes.
        ideas.tasks().reschedule(task, ideas.now(), claim.window().closeAt());
    }

    private Claim lockUnchanged(Task task, Submission.OutcomeUnknown unknown) {
        Claim claim = books.claims().lock(unknown.attempt().claim()).orElseThrow();
        if (books.submissions().latest(claim.key()).filter(unknown::sameAs).isEmpty()) {
            throw new Tasks.LeaseLost(task);
        }
        return claim;
    }

    private void forecloseIfClosed(Claim claim, String why) {
        if (claim.state().undeclared() && claim.window().closed(ideas.now())) {
            outcomes.foreclosed(claim, why);
        }
    }

    private Instant asksUntil(Claim claim) {
        Instant closeAt = claim.window().closeAt();
        return claim.window().closed(ideas.now()) ? closeAt.plus(LATE_PROOF) : closeAt;
    }

    private static boolean sameAmount(Claim claim, Query.Found found) {
        return (found.amount() == null || found.amount().compareTo(claim.amount()) == 0)
                && (found.currency() == null || found.currency().equals(claim.currency()));
    }
}
