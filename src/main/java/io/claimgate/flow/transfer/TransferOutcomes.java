package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Submission;
import io.claimgate.dossier.DocumentsClock;
import io.claimgate.exchange.RetryPlan;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What the end of a call means for a transfer, and when its task runs next. In the caller's transaction, under the claim's lock. */
final class TransferOutcomes {

    /** Questions: each wait twice the one before, up to six hours. */
    private static final RetryPlan QUESTIONS = new RetryPlan(Duration.ofSeconds(1), Duration.ofHours(6));

    private static final Duration DAILY = Duration.ofDays(1);

    private final TransferBooks books;
    private final Ideas ideas;
    private final DossierNews news;

    TransferOutcomes(TransferBooks books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.news = new DossierNews(ideas);
    }

    /** The insurer has it and says so. @param stamp the insurer's; null where it gives none */
    void received(
            Task task, Claim claim, Transfer transfer, Submission.Acknowledged acknowledged, @Nullable Instant stamp) {
        long id = acknowledged.attempt().id();
        books.transfers().update(acknowledged);
        if (transfer.carriedAt() == null) {
            books.transfers().carried(id, ideas.now());
        }
        Instant at = stamp == null ? ideas.now() : stamp;
        String receipt = Objects.requireNonNull(acknowledged.reference(), "documents are acknowledged with a receipt");
        books.transfers().received(id, at, receipt);
        news.record(claim, transfer, "received", Map.of("receipt", receipt, "receivedAt", at));
        news.clearAll(claim, transfer);
        ideas.tasks()
                .arm(
                        DossierHandler.KIND,
                        claim.key().value(),
                        claim.subject().creditor(),
                        ideas.now(),
                        closeAt(claim, ideas.now()));
        ideas.tasks().done(task);
    }

    /** It was carried; the insurer's word is still to come. */
    void carried(Task task, Claim claim, Transfer transfer, Submission.Sending sending, String proof) {
        books.transfers().update(sending);
        books.transfers().carried(sending.attempt().id(), ideas.now());
        news.record(claim, transfer, "carried", Map.of("proof", proof));
        news.clear(claim, transfer, ProblemCode.DOS_015);
        ideas.tasks().reschedule(task, ideas.now().plus(QUESTIONS.first()), closeAt(claim, ideas.now()));
    }

    /** The insurer did not take it: a person's. The task is parked; when that person replays it, the documents go as a new transfer. */
    void rejected(Task task, Claim claim, Transfer transfer, Submission.Rejected rejected, String words) {
        books.transfers().update(rejected);
        String reason = words + " by " + claim.subject().insurer();
        news.record(claim, transfer, "rejected", Map.of("reason", words));
        news.clear(claim, transfer, ProblemCode.DOS_015);
        news.alert(claim, transfer, ProblemCode.DOS_012, Severity.CRITICAL, reason);
        ideas.tasks().park(task, reason + "; mend it and replay: the documents then go as a new transfer");
    }

    /** A person replayed what the insurer had refused. */
    void anew(Task task, Claim claim, Transfer refused) {
        int number = books.transfers().lastNumber(claim.key()) + 1;
        String prefix = "%03d_".formatted(refused.number());
        String name = refused.name().startsWith(prefix)
                ? "%03d_".formatted(number) + refused.name().substring(prefix.length())
                : Parcel.name(claim.subject().creditor(), claim.key(), number);
        Vault.Stored payload = new Vault.Stored(refused.submission().attempt().payload(), refused.size());
        long next = books.transfers()
                .insert(claim, number, refused.channel(), name, refused.renamed(name), payload, ideas.now());
        news.record(claim, refused, "replayed", Map.of("as", number));
        news.clearAll(claim, refused);
        ideas.tasks()
                .arm(
                        TransferHandler.KIND,
                        Long.toString(next),
                        claim.subject().creditor(),
                        ideas.now(),
                        closeAt(claim, ideas.now()));
        ideas.tasks().done(task);
    }

    /** Certainly nothing was taken. */
    void notSent(Task task, Claim claim, Submission.Failed failed) {
        books.transfers().update(failed);
        retry(task, claim, RetryPlan.DEFAULT, failed.calls());
    }

    /** Nobody knows; the task goes on asking. */
    void lost(Claim claim, Transfer transfer, Submission.OutcomeUnknown lost) {
        books.transfers().update(lost);
        news.record(claim, transfer, "outcome-lost", Map.of("call", lost.calls(), "reason", lost.reason()));
        news.alert(claim, transfer, ProblemCode.DOS_015, Severity.WARNING, lost.reason());
    }

    /** Proven not to be there. The next run looks at the gate again. */
    void sendAgain(Task task, Claim claim, Transfer transfer, Submission.Failed proven) {
        books.transfers().update(proven);
        news.clear(claim, transfer, ProblemCode.DOS_015);
        ideas.tasks().reschedule(task, ideas.now(), closeAt(claim, ideas.now()));
    }

    void askAgain(Task task, Claim claim, Submission.OutcomeUnknown unanswered) {
        retry(task, claim, QUESTIONS, unanswered.asked());
    }

    /** Looked for again after as long as it has been waited for, daily at most; a person is told once it takes longer than usual. */
    void stillWithoutReceipt(Task task, Claim claim, Transfer transfer, Duration within, String words) {
        Instant now = ideas.now();
        Instant carriedAt = transfer.carriedAt() == null ? now : transfer.carriedAt();
        Instant late = carriedAt.plus(within);
        if (!now.isBefore(late)) {
            news.alert(
                    claim,
                    transfer,
                    ProblemCode.DOS_011,
                    Severity.CRITICAL,
                    "carried at " + carriedAt + ", and " + claim.subject().insurer() + " has not confirmed it (" + words
                            + ")");
        }
        Duration waited = Duration.between(carriedAt, now);
        Duration wait = waited.compareTo(DAILY) > 0 ? DAILY : waited;
        Instant next = now.plus(wait.compareTo(QUESTIONS.first()) < 0 ? QUESTIONS.first() : wait);
        ideas.tasks().reschedule(task, now.isBefore(late) && next.isAfter(late) ? late : next, closeAt(claim, now));
    }

    /** What closes first goes first; documents go on travelling after their close, as what closes never. */
    Instant closeAt(Claim claim, Instant now) {
        return books.dossiers()
                .clock(claim)
                .map(DocumentsClock::closesAt)
                .filter(now::isBefore)
                .orElse(Tasks.NEVER);
    }

    /** From when on waiting is dangerous. */
    Instant safeAt(Claim claim, Instant otherwise) {
        return books.dossiers()
                .clock(claim)
                .map(clock -> clock.safeOn() == null ? clock.closesOn() : clock.safeOn())
                .map((LocalDate day) -> day.atStartOfDay(claim.window().zone()).toInstant())
                .orElse(otherwise);
    }

    private void retry(Task task, Claim claim, RetryPlan plan, int failures) {
        Instant now = ideas.now();
        Instant closeAt = closeAt(claim, now);
        Instant next =
                plan.next(failures, now, closeAt, ThreadLocalRandom.current()).orElse(closeAt);
        ideas.tasks().reschedule(task, next, closeAt);
    }
}
