package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Gate;
import io.claimgate.claim.Stop;
import io.claimgate.claim.Submission;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.guard.Guards;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets a claim declared exactly once, and every change of it told exactly once. Every step is committed before the next begins, so that a successor of a dead process finds in the
 * database what may have happened: bytes that may have left are asked about, never blindly sent again.
 */
public final class ClaimHandler implements TaskHandler {

    /** The kind of task; its ref is the claim key. */
    public static final String KIND = TaskKinds.CLAIM;

    private final Books books;
    private final Guards guards;
    private final Ideas ideas;
    private final ClaimEvents events;
    private final ClaimOutcomes outcomes;
    private final Preparation preparation;
    private final Sending sending;
    private final Enquiry enquiry;
    private final ChangeWork changes;
    private final FirstQuestion first;

    public ClaimHandler(Books books, Guards guards, Ideas ideas, InsurerChannels channels) {
        this.books = books;
        this.guards = guards;
        this.ideas = ideas;
        this.events = new ClaimEvents(ideas);
        this.outcomes = new ClaimOutcomes(books, ideas);
        this.preparation = new Preparation(books, guards, ideas, outcomes, channels);
        this.sending = new Sending(books, ideas, channels);
        this.enquiry = new Enquiry(books, ideas, channels);
        this.changes = new ChangeWork(books, ideas, channels);
        this.first = new FirstQuestion(books, ideas, channels, outcomes, preparation);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> partner(Task task) {
        return books.claims()
                .find(new ClaimKey(task.ref()))
                .map(claim -> claim.subject().insurer());
    }

    @Override
    public void handle(Task task) {
        if (first.asked(task)) {
            return;
        }
        Step next = ideas.transactions().execute(status -> {
            Step step = look(task, new ClaimKey(task.ref()));
            if (step != null) {
                ideas.tasks().confirm(task);
            }
            return step;
        });
        if (next == null) {
            return;
        }
        if (next.submission() instanceof Submission.Sendable sendable) {
            sending.send(task, next.matter(), sendable);
        } else if (next.submission() instanceof Submission.OutcomeUnknown unknown) {
            enquiry.ask(task, next.matter(), unknown);
        }
    }

    /** What is to be done with the outside next. */
    record Step(Matter matter, Submission submission) {

        static @Nullable Step of(Matter matter, @Nullable Submission submission) {
            return submission == null ? null : new Step(matter, submission);
        }
    }

    /** What is to be done with the outside now; null if nothing, and then the task has its end or its next time. */
    private @Nullable Step look(Task task, ClaimKey key) {
        Optional<Claim> found = books.claims().lock(key);
        if (found.isEmpty()) {
            // A draft that was dropped before anything was sent.
            ideas.tasks().done(task);
            return null;
        }
        Claim claim = found.get();
        Submission latest = books.submissions().latest(key).orElse(null);
        if (latest instanceof Submission.Sending interrupted) {
            // Only a process that died, or lost its lease, leaves this behind: the bytes may have arrived.
            latest = interrupted.lost("the process that sent it ended before the answer was recorded", ideas.moment());
            outcomes.lost(claim, (Submission.OutcomeUnknown) latest);
        }
        Matter declaration = new DeclarationMatter(key, books, ideas, outcomes);
        if (latest instanceof Submission.OutcomeUnknown) {
            return new Step(declaration, latest);
        }
        return claim.state().undeclared()
                ? Step.of(declaration, atTheGate(task, claim, latest))
                : changes.look(task, claim);
    }

    private @Nullable Submission atTheGate(Task task, Claim claim, @Nullable Submission latest) {
        boolean paused =
                books.pauses().stops(claim.subject().insurer(), claim.subject().creditor());
        Instant now = ideas.now();
        Stop stop = stop(claim);
        Gate gate = Gate.of(claim, stop, paused, now);
        if (gate instanceof Gate.Shut shut) {
            preparation.wait(claim, stop, shut);
            return later(task, claim, shut.lookAgainAt());
        }
        if (gate instanceof Gate.Open open) {
            return go(task, claim, latest, preparation.release(claim, open.word(), stop));
        }
        outcomes.foreclosed(claim, whyNot(claim, latest));
        ideas.tasks().done(task);
        return null;
    }

    private @Nullable Submission go(Task task, Claim claim, @Nullable Submission latest, Preparation.Passage passage) {
        if (passage instanceof Preparation.Passage.Waits waits) {
            return later(task, claim, waits.lookAgainAt());
        }
        Claim released = ((Preparation.Passage.Free) passage).claim();
        Instant now = ideas.now();
        if (released.window().nearClose(now)) {
            events.alert(
                    released,
                    ProblemCode.CLM_009,
                    Severity.CRITICAL,
                    "its safe date has come and the insurer has not accepted it yet; the machine keeps trying until "
                            + released.window().closeAt());
        }
        Submission intent = preparation.intent(released, latest);
        return intent == null ? later(task, claim, claim.window().nextLook(now)) : intent;
    }

    /** Only what waits for an approver can have been stopped by a guard. */
    private @Nullable Stop stop(Claim claim) {
        return claim.state() == ClaimState.AWAITING_APPROVAL
                ? guards.cases().stopOf(claim.key()).orElse(null)
                : null;
    }

    private @Nullable Submission later(Task task, Claim claim, Instant dueAt) {
        ideas.tasks().reschedule(task, dueAt, claim.window().closeAt());
        return null;
    }

    private static String whyNot(Claim claim, @Nullable Submission latest) {
        if (latest instanceof Submission.Failed failed) {
            return failed.reason();
        }
        return claim.hold() == null
                ? "it waited as " + claim.state()
                : "held: " + claim.hold().reason();
    }
}
