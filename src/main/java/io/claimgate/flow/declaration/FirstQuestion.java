package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Release;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Query;
import io.claimgate.exchange.RetryPlan;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores.Question;
import io.claimgate.flow.Restores.State;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * After the database was restored, an insurer is asked for a claim before it is declared for the first time: it may have left in the time
 * that was lost. "Found" makes it a claim whose answer was lost, which {@link Enquiry} ends; "not found" counts as there, and only then the
 * claim comes to the gate. While it is asked, nothing is rendered: an unsent draft still follows the ledger.
 */
final class FirstQuestion {

    private static final String MAYBE_SENT = "the database was restored, and it may have left before";

    private final Books books;
    private final Ideas ideas;
    private final InsurerChannels channels;
    private final ClaimOutcomes outcomes;
    private final Preparation preparation;
    private final Traffics traffics;

    FirstQuestion(Books books, Ideas ideas, InsurerChannels channels, ClaimOutcomes outcomes, Preparation preparation) {
        this.books = books;
        this.ideas = ideas;
        this.channels = channels;
        this.outcomes = outcomes;
        this.preparation = preparation;
        this.traffics = new Traffics(books.messages(), ideas.vault());
    }

    /** Whether the run of the task was spent on it; then the task has its next time. */
    boolean asked(Task task) {
        Optional<Restore> restore = ideas.restores().last();
        if (restore.isEmpty()) {
            return false;
        }
        // What the journal knows of it is put back first: the very message that left, not one that is rendered anew.
        if (ideas.waitsForJournal(task)) {
            return true;
        }
        ClaimKey key = new ClaimKey(task.ref());
        Claim claim = ideas.transactions().execute(status -> wanted(restore.get(), key));
        if (claim == null) {
            return false;
        }
        InsurerChannel channel = channels.of(claim.subject().insurer());
        if (channel.terms().answersQueries()) {
            Sent asked = ideas.moment();
            InsurerChannel.Reply<Query> reply = channel.ask(key);
            ideas.transactions()
                    .executeWithoutResult(
                            status -> settle(task, restore.get(), key, new Asked(channel.terms(), asked), reply));
        } else {
            ideas.transactions().executeWithoutResult(status -> cannotAsk(task, restore.get(), key));
        }
        return true;
    }

    private @Nullable Claim wanted(Restore restore, ClaimKey key) {
        Claim claim = books.claims().lock(key).orElse(null);
        if (claim == null || !open(claim) || !concerned(restore, key)) {
            return null;
        }
        Question question =
                ideas.restores().question(restore, key, claim.subject().creditor());
        if (question.state() == State.OPEN && maybeSent(restore, claim, question)) {
            return null;
        }
        if (question.state() == State.UNCLEAR && question.asked() > 0) {
            // Held because its insurer cannot be asked: whoever releases it has found out.
            if (claim.hold() == null) {
                ideas.restores()
                        .answered(restore, key, question.ended(State.NOT_FOUND, "a person found out and released it"));
            }
            return null;
        }
        return question.state() == State.OPEN || question.state() == State.UNCLEAR ? claim : null;
    }

    /** Not at the insurer as far as we know, nothing under way, and there is still time. */
    private boolean open(Claim claim) {
        return claim.state().undeclared()
                && !claim.window().closed(ideas.now())
                && books.submissions()
                        .latest(claim.key())
                        .map(Submission::nothingThere)
                        .orElse(true);
    }

    /** Bytes that were fixed before the restore may have left before it: their answer is lost. */
    private boolean maybeSent(Restore restore, Claim claim, Question question) {
        Submission latest = books.submissions().latest(claim.key()).orElse(null);
        if (!(latest instanceof Submission.Sendable sendable)) {
            return false;
        }
        if (question.asked() == 0 && !sendable.attempt().intentAt().isAfter(restore.noticedAt())) {
            outcomes.lost(claim, sendable.sending(sent(restore)).lost(MAYBE_SENT, sent(restore)));
            ideas.restores().answered(restore, claim.key(), question.unanswered(MAYBE_SENT));
        }
        return true;
    }

    private boolean concerned(Restore restore, ClaimKey key) {
        return books.claims().lines(key).stream().anyMatch(line -> restore.concerns(line.issueDate()));
    }

    private void settle(Task task, Restore restore, ClaimKey key, Asked asked, InsurerChannel.Reply<Query> reply) {
        if (reply.outcome() instanceof Query.Found && !restore.resultsWait()) {
            // Before the claim is locked: who reads the list holds its place in it first, and then claims.
            tellAgain(asked.terms().insurer());
        }
        Claim claim = books.claims().lock(key).orElse(null);
        if (claim == null || !open(claim)) {
            // Dropped, or filed by hand, meanwhile.
            ideas.tasks().reschedule(task, ideas.now(), task.closeAt());
            return;
        }
        traffics.askedFirst(claim, asked.terms(), reply);
        Question question =
                ideas.restores().question(restore, key, claim.subject().creditor());
        if (reply.outcome() instanceof Query.Found found) {
            // It stays open until its number and amount are taken over.
            ideas.restores().answered(restore, key, question.unanswered(found.words()));
            found(task, restore, claim);
        } else if (reply.outcome() instanceof Query.NotFound) {
            denied(task, restore, claim, question.deniedOnce(), asked);
        } else {
            ideas.restores()
                    .answered(restore, key, question.unanswered(reply.outcome().words()));
            Instant closeAt = claim.window().closeAt();
            Instant next = RetryPlan.DEFAULT
                    .next(question.asked() + 1, ideas.now(), closeAt, ThreadLocalRandom.current())
                    .orElse(closeAt);
            ideas.tasks().reschedule(task, next, closeAt);
        }
    }

    /** It has left, so whatever it waited for here has been given then. */
    private void found(Task task, Restore restore, Claim claim) {
        Claim released = claim.release() != null
                ? claim
                : claim.released(new Release(claim.window().day(ideas.now()), EventLog.MACHINE));
        Submission latest = books.submissions().latest(claim.key()).orElse(null);
        Submission.Sendable intent = preparation.intent(released, latest);
        if (intent != null) {
            Claim declaring = books.claims().lock(claim.key()).orElseThrow();
            outcomes.lost(
                    declaring,
                    intent.sending(sent(restore))
                            .lost(
                                    "the insurer has it and this database, which was restored, does not know of it",
                                    sent(restore)));
        }
        ideas.tasks().reschedule(task, ideas.now(), claim.window().closeAt());
    }

    /** Its list was read when this claim was not known, and what it told of it was refused: it is read from its beginning, each result once. */
    private void tellAgain(String insurer) {
        ideas.restores().rewind(insurer, ideas.systemNow());
        ideas.tasks().arm(TaskKinds.LISTED_RESULTS, insurer, "*", ideas.now(), Tasks.NEVER);
    }

    private void denied(Task task, Restore restore, Claim claim, Question denied, Asked asked) {
        Sent sent = sent(restore);
        Duration settleTime = asked.terms().settleTime();
        Instant now = ideas.now();
        Instant closeAt = claim.window().closeAt();
        if (sent.deniedForGood(denied.denied(), settleTime, asked.at())) {
            String words = claim.subject().insurer() + " has it not, asked " + denied.asked() + " times";
            ideas.restores().answered(restore, claim.key(), denied.ended(State.NOT_FOUND, words));
            ideas.tasks().reschedule(task, now, closeAt);
            return;
        }
        ideas.restores().answered(restore, claim.key(), denied);
        Instant settled = sent.at().plus(settleTime);
        ideas.tasks()
                .rescheduleHeld(
                        task,
                        settled.isBefore(now) ? now : settled,
                        closeAt,
                        sent.systemAt().plus(settleTime));
    }

    /** Whoever releases the claim says that the insurer has it not. */
    private void cannotAsk(Task task, Restore restore, ClaimKey key) {
        Claim claim = books.claims().lock(key).orElseThrow();
        String why = "the database was restored, the claim may have left before, and "
                + claim.subject().insurer()
                + " cannot be asked; find out by other means, then release it, or record that it was filed";
        Question question =
                ideas.restores().question(restore, key, claim.subject().creditor());
        ideas.restores().answered(restore, key, question.unanswered(why).ended(State.UNCLEAR, why));
        outcomes.held(claim, why);
        ideas.tasks()
                .reschedule(
                        task,
                        claim.window().nextLook(ideas.now()),
                        claim.window().closeAt());
    }

    /** Whatever was lost left before the restore was noticed. */
    private static Sent sent(Restore restore) {
        return new Sent(restore.noticedAt(), restore.noticedSystemAt());
    }
}
