package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskKinds;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries one transfer to the insurer exactly once, by the discipline of {@link io.claimgate.flow.declaration.ClaimHandler}: every step is
 * committed before the next begins, and bytes that may have left are asked about, never blindly sent again. A transport receipt is not yet a
 * business receipt: what was only carried is looked for until the insurer says that it has it.
 */
public final class TransferHandler implements TaskHandler {

    /** The kind of task; its ref is the submission's row. */
    public static final String KIND = TaskKinds.TRANSFER;

    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    private final TransferBooks books;
    private final Ideas ideas;
    private final DossierNews news;
    private final TransferOutcomes outcomes;
    private final TransferSending sending;
    private final TransferEnquiry enquiry;

    public TransferHandler(TransferBooks books, Ideas ideas, DocumentChannels channels) {
        this.books = books;
        this.ideas = ideas;
        this.news = new DossierNews(ideas);
        this.outcomes = new TransferOutcomes(books, ideas);
        TransferChannels ways = new TransferChannels(channels, ideas.vault());
        this.sending = new TransferSending(books, ideas, outcomes, ways);
        this.enquiry = new TransferEnquiry(books, ideas, outcomes, ways);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> partner(Task task) {
        return books.transfers()
                .claimOf(Long.parseLong(task.ref()))
                .flatMap(books.claims()::find)
                .map(claim -> claim.subject().insurer());
    }

    @Override
    public void handle(Task task) {
        Transfer next = ideas.transactions().execute(status -> {
            Transfer found = look(task, Long.parseLong(task.ref()));
            if (found != null) {
                ideas.tasks().confirm(task);
            }
            return found;
        });
        if (next == null) {
            return;
        }
        if (next.submission() instanceof Submission.Sendable sendable) {
            sending.send(task, next, sendable);
        } else {
            enquiry.ask(task, next);
        }
    }

    /** What is to be done with the outside now; null if nothing, and then the task has its end or its next time. */
    private @Nullable Transfer look(Task task, long submission) {
        Optional<ClaimKey> key = books.transfers().claimOf(submission);
        if (key.isEmpty()) {
            ideas.tasks().done(task);
            return null;
        }
        Claim claim = books.claims().lock(key.get()).orElseThrow();
        Transfer transfer = books.transfers().get(submission);
        if (transfer.submission() instanceof Submission.Sending interrupted && !transfer.awaitsReceipt()) {
            // Only a process that died, or lost its lease, leaves this behind: the bytes may have arrived.
            Submission.OutcomeUnknown lost =
                    interrupted.lost("the process that sent it ended before the answer was recorded", ideas.moment());
            outcomes.lost(claim, transfer, lost);
            return transfer.with(lost);
        }
        if (transfer.submission() instanceof Submission.Rejected) {
            outcomes.anew(task, claim, transfer);
            return null;
        }
        Submission.OutcomeUnknown maybe = maybeSent(claim, transfer);
        if (maybe != null) {
            outcomes.lost(claim, transfer, maybe);
            return transfer.with(maybe);
        }
        return transfer.submission() instanceof Submission.Sendable
                ? atTheGate(task, claim, transfer)
                : asked(task, transfer);
    }

    /** What never left as far as we know may have left before the database was restored: the insurer is asked first. */
    private Submission.@Nullable OutcomeUnknown maybeSent(Claim claim, Transfer transfer) {
        Restore restore = transfer.submission() instanceof Submission.Pending
                ? ideas.restores().last().orElse(null)
                : null;
        if (restore == null || !restore.concerns(claim.draftedAt())) {
            return null;
        }
        Sent before = new Sent(restore.noticedAt(), restore.noticedSystemAt());
        return ((Submission.Pending) transfer.submission())
                .sending(before)
                .lost("the database was restored, and it may have left before", before);
    }

    private @Nullable Transfer asked(Task task, Transfer transfer) {
        if (transfer.submission() instanceof Submission.Acknowledged) {
            ideas.tasks().done(task);
            return null;
        }
        return transfer;
    }

    private @Nullable Transfer atTheGate(Task task, Claim claim, Transfer transfer) {
        if (claim.state() == ClaimState.WITHDRAWN) {
            ideas.tasks().done(task);
            return null;
        }
        if (!books.pauses().stops(claim.subject().insurer(), claim.subject().creditor())) {
            return transfer;
        }
        Instant now = ideas.now();
        Instant closeAt = outcomes.closeAt(claim, now);
        Instant safeAt = outcomes.safeAt(claim, closeAt);
        if (!now.isBefore(safeAt)) {
            news.alert(
                    claim,
                    transfer,
                    ProblemCode.DOS_016,
                    Severity.CRITICAL,
                    "outgoing is paused and the documents are due");
        }
        // Resuming arms it at once; without that it is looked at on the safe day, at the close, and daily after it.
        Instant next = now.isBefore(safeAt) ? safeAt : now.plus(LOOK_AGAIN);
        ideas.tasks().reschedule(task, next, closeAt);
        return null;
    }
}
