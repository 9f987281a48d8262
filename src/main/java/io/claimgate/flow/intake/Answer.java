package io.claimgate.flow.intake;

import io.claimgate.feed.Acknowledgement;
import io.claimgate.feed.Counts;
import io.claimgate.feed.FeedKind;
import io.claimgate.feed.FileStatus;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * ANSWER: tells the ERP. The answer is made from the database alone, so that writing it again after a death gives the same bytes; then the
 * file, its event and the end of its task commit together.
 */
public final class Answer {

    private final ErpFiles files;
    private final Faults faults;
    private final Staging staging;
    private final Answers answers;
    private final EventLog events;
    private final Tasks tasks;
    private final TransactionOperations transactions;
    private final BusinessClock clock;

    public Answer(
            ErpFiles files,
            Faults faults,
            Staging staging,
            Answers answers,
            EventLog events,
            Tasks tasks,
            TransactionOperations transactions,
            BusinessClock clock) {
        this.files = files;
        this.faults = faults;
        this.staging = staging;
        this.answers = answers;
        this.events = events;
        this.tasks = tasks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes the acknowledgement, forgets the staging rows and ends the task. */
    void answer(ErpFile file, Task task) {
        Acknowledgement acknowledgement = acknowledgement(file);
        answers.acknowledge(acknowledgement, reader -> faults.forEachReject(file.id(), reader));
        String kind = file.kind();
        if (kind != null && FeedKind.of(kind).hasRows()) {
            transactions.executeWithoutResult(status -> staging.clear(file.id(), FeedKind.of(kind)));
        }
        transactions.executeWithoutResult(status -> {
            files.save(file, file.answered(clock.now()));
            events.record(
                    file.stream(),
                    "file.acknowledged",
                    EventLog.MACHINE,
                    file.creditor(),
                    payload(file, acknowledgement));
            for (ErpFile next : files.nextWaiting(file.source())) {
                tasks.arm(IntakeTask.KIND, next.ref(), next.creditor(), clock.now(), Tasks.NEVER);
            }
            tasks.done(task);
        });
    }

    /** Says that the file waits for a person, and ends the task until he has decided. */
    void hold(ErpFile file, Task task) {
        answers.hold(file, file.reasons().get(0));
        transactions.executeWithoutResult(status -> {
            for (ErpFile next : files.nextWaiting(file.source())) {
                tasks.arm(IntakeTask.KIND, next.ref(), next.creditor(), clock.now(), Tasks.NEVER);
            }
            tasks.done(task);
        });
    }

    private Acknowledgement acknowledgement(ErpFile file) {
        FileStatus status = Objects.requireNonNull(file.status(), "a file that is answered has a status");
        return new Acknowledgement(
                file.id(),
                file.ordinal(),
                file.name(),
                file.source(),
                file.feed(),
                file.content(),
                file.receivedAt(),
                file.asOf(),
                status,
                file.counts(),
                file.reasons(),
                rejectsName(file));
    }

    private @Nullable String rejectsName(ErpFile file) {
        return file.counts().rejected() > 0 ? answers.rejectsName(file.name(), file.ordinal()) : null;
    }

    private static Map<String, ?> payload(ErpFile file, Acknowledgement acknowledgement) {
        Counts counts = file.counts();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("file", file.name());
        payload.put("source", file.source());
        payload.put("feed", file.feed() == null ? "" : file.feed());
        payload.put("sha256", file.content());
        payload.put("status", acknowledgement.status().name());
        payload.put("read", counts.read());
        payload.put("created", counts.created());
        payload.put("updated", counts.updated());
        payload.put("unchanged", counts.unchanged());
        payload.put("settled", counts.settled());
        payload.put("rejected", counts.rejected());
        payload.put("warned", counts.warned());
        payload.put("changesRoot", file.changesRoot() == null ? "" : file.changesRoot());
        payload.put("changes", "/api/v1/files/" + file.id());
        return payload;
    }
}
