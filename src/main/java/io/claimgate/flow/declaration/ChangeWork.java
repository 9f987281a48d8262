package io.claimgate.flow.declaration;

import io.claimgate.claim.ChangeRules;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a planned change to a committed intent: the claim's own task tells one change after the other. Under the claim's lock. */
final class ChangeWork {

    /** While outgoing is paused it is looked at again so often; resuming arms it at once. */
    private static final Duration PAUSED = Duration.ofDays(1);

    private final Books books;
    private final Ideas ideas;
    private final InsurerChannels channels;
    private final ChangeOutcomes outcomes;

    ChangeWork(Books books, Ideas ideas, InsurerChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.channels = channels;
        this.outcomes = new ChangeOutcomes(books, ideas);
    }

    /** What is to be done with the outside now; null if nothing, and then the task has its end or its next time. */
    ClaimHandler.@Nullable Step look(Task task, Claim claim) {
        List<ClaimChange> open = books.changes().open(claim.key());
        ClaimChange first = open.isEmpty() ? null : open.get(0);
        if (first == null || first.state() == ClaimChange.State.WITH_PERSON) {
            ideas.tasks().done(task);
            return null;
        }
        return first.state() == ClaimChange.State.UNDER_WAY
                ? underWay(task, claim, first)
                : planned(task, claim, first);
    }

    private ClaimHandler.@Nullable Step underWay(Task task, Claim claim, ClaimChange change) {
        Matter matter = new ChangeMatter(change, books, ideas);
        Submission latest = matter.latest().orElseThrow();
        if (latest instanceof Submission.Sending interrupted) {
            // Only a process that died, or lost its lease, leaves this behind: the bytes may have arrived.
            latest = interrupted.lost("the process that sent it ended before the answer was recorded", ideas.moment());
            matter.lost(claim, (Submission.OutcomeUnknown) latest);
        }
        if (latest instanceof Submission.Pending pending) {
            latest = maybeSent(claim, matter, pending);
        }
        if (latest instanceof Submission.Sendable && !ChangeRules.open(claim.state())) {
            return tooLate(task, claim, change);
        }
        if (latest instanceof Submission.Sendable && !matter.mayLeave(claim)) {
            return later(task, ideas.now().plus(PAUSED));
        }
        return new ClaimHandler.Step(matter, latest);
    }

    private ClaimHandler.@Nullable Step planned(Task task, Claim claim, ClaimChange change) {
        Instant now = ideas.now();
        if (!ChangeRules.open(claim.state())) {
            return tooLate(task, claim, change);
        }
        if (now.isBefore(change.dueAt())) {
            return later(task, change.dueAt());
        }
        if (!new ChangeMatter(change, books, ideas).mayLeave(claim)) {
            return later(task, now.plus(PAUSED));
        }
        return intent(task, claim, change);
    }

    private ClaimHandler.@Nullable Step intent(Task task, Claim claim, ClaimChange change) {
        Submission latest = books.changes().latest(claim.key(), change.number()).orElse(null);
        Vault.Stored payload;
        try {
            payload = render(claim, change);
        } catch (PartnerFailure.Permanent e) {
            outcomes.withPerson(claim, change, String.valueOf(e.getMessage()));
            ideas.tasks().done(task);
            return null;
        }
        ClaimChange underWay = change.underWay();
        books.changes().update(underWay);
        Submission.Pending pending = books.changes().intent(claim, underWay, payload.sha256(), ideas.now());
        outcomes.underWay(
                claim,
                underWay,
                payload.sha256(),
                latest == null ? 1 : pending.attempt().number());
        Matter matter = new ChangeMatter(underWay, books, ideas);
        return new ClaimHandler.Step(matter, maybeSent(claim, matter, pending));
    }

    /** What never left as far as we know may have left before the database was restored: the insurer is asked first. */
    private Submission maybeSent(Claim claim, Matter matter, Submission.Pending pending) {
        Restore restore = ideas.restores().last().orElse(null);
        if (restore == null || !restore.concerns(claim.draftedAt())) {
            return pending;
        }
        Sent before = new Sent(restore.noticedAt(), restore.noticedSystemAt());
        Submission.OutcomeUnknown maybe =
                pending.sending(before).lost("the database was restored, and it may have left before", before);
        matter.lost(claim, maybe);
        return maybe;
    }

    private Vault.Stored render(Claim claim, ClaimChange change) {
        InsurerChannel channel = channels.of(claim.subject().insurer());
        String insurer = claim.subject().insurer();
        if (!channel.terms().changes().containsKey(change.kind())) {
            throw new PartnerFailure.Permanent(
                    insurer + " takes no " + change.kind()
                            + " from a machine; tell it by other means and record that it was told",
                    null);
        }
        return ideas.vault().put(claim.subject().creditor(), "REQUEST", channel.render(claim, change));
    }

    private ClaimHandler.@Nullable Step tooLate(Task task, Claim claim, ClaimChange change) {
        outcomes.dropped(claim, change, ChangeOutcomes.settledAmount(claim));
        ideas.tasks().done(task);
        return null;
    }

    private ClaimHandler.@Nullable Step later(Task task, Instant at) {
        ideas.tasks().reschedule(task, at, Tasks.NEVER);
        return null;
    }
}
