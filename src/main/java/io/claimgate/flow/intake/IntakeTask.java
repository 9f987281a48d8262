package io.claimgate.flow.intake;

import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.feed.FeedKind;
import io.claimgate.feed.FilePhase;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings one file all the way: STAGE, DECIDE, APPLY, ANSWER, from wherever it stands. Files of one source and feed go strictly in the order
 * of receipt; payments, events and documents also wait for the rows that came before them in any feed of the source, because they refer to
 * them. Documents do not wait for each other.
 */
public final class IntakeTask implements TaskHandler {

    /** The task's reference is the file's id. */
    public static final String KIND = "intake-file";

    /** Only a net: who finishes a file wakes the next one. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final ErpFiles files;
    private final ErpSources sources;
    private final Stage stage;
    private final Decide decide;
    private final Apply apply;
    private final DocumentIntake documents;
    private final Answer answer;
    private final HeldFiles heldFiles;
    private final Map<FeedKind, Books> books;
    private final Tasks tasks;
    private final TransactionOperations transactions;
    private final BusinessClock clock;

    public IntakeTask(
            ErpFiles files,
            ErpSources sources,
            Stage stage,
            Decide decide,
            Apply apply,
            DocumentIntake documents,
            Answer answer,
            HeldFiles heldFiles,
            List<Books> books,
            Tasks tasks,
            TransactionOperations transactions,
            BusinessClock clock) {
        this.files = files;
        this.sources = sources;
        this.stage = stage;
        this.decide = decide;
        this.apply = apply;
        this.documents = documents;
        this.answer = answer;
        this.heldFiles = heldFiles;
        this.books = books.stream().collect(Collectors.toMap(Books::kind, Function.identity()));
        this.tasks = tasks;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Task task) {
        ErpFile file = inTransaction(() -> files.get(Long.parseLong(task.ref())));
        if (mustWait(file)) {
            transactions.executeWithoutResult(
                    status -> tasks.reschedule(task, clock.now().plus(LOOK_AGAIN), task.closeAt()));
            return;
        }
        boolean repeats = true;
        while (true) {
            switch (file.phase()) {
                case TAKEN -> {
                    Stage.Staged staged = stage(file);
                    file = staged.file();
                    repeats = staged.repeats();
                }
                case STAGED -> file = decide(file, repeats);
                case APPLYING -> file = apply(file);
                case APPLIED -> {
                    answer.answer(file, task);
                    return;
                }
                case HELD -> {
                    answer.hold(file, task);
                    return;
                }
                case TAKING, ANSWERED -> {
                    transactions.executeWithoutResult(status -> tasks.done(task));
                    return;
                }
            }
        }
    }

    private boolean mustWait(ErpFile file) {
        return inTransaction(() -> switch (file.phase()) {
            case TAKEN ->
                file.feed() != null
                        && file.kind() != null
                        && files.earlierAtWork(file, FeedKind.of(file.kind()).refersToOthers());
            // Released by a person while later files go their way.
            case APPLYING -> file.decidedBy() != null && file.appliedLine() == 0 && files.othersAtWork(file);
            default -> false;
        });
    }

    private Stage.Staged stage(ErpFile file) {
        Optional<Feed> feed = feedOf(file);
        if (feed.isEmpty()) {
            return new Stage.Staged(unknownFeed(file), true);
        }
        if (!feed.get().kind().hasRows()) {
            return new Stage.Staged(documents.bring(file, source(file), feed.get()), true);
        }
        ErpFile checked = inTransaction(() -> {
            ErpFile decided = decide.beforeRows(file, feed.get());
            files.save(file, decided);
            return decided;
        });
        return checked.phase() == FilePhase.TAKEN
                ? stage.stage(checked, source(file), feed.get())
                : new Stage.Staged(checked, true);
    }

    private ErpFile decide(ErpFile file, boolean repeats) {
        Feed feed = feed(file);
        return inTransaction(() -> {
            ErpFile decided = decide.afterRows(file, source(file), feed, booksOf(feed), repeats);
            files.save(file, decided);
            if (feed.semantics() == Feed.Semantics.SNAPSHOT && decided.phase() != FilePhase.APPLIED) {
                heldFiles.supersede(decided);
            }
            if (decided.phase() == FilePhase.HELD) {
                heldFiles.tell(decided);
            }
            return decided;
        });
    }

    private ErpFile apply(ErpFile file) {
        Feed feed = feed(file);
        return apply.apply(file, source(file), feed, booksOf(feed));
    }

    private ErpFile unknownFeed(ErpFile file) {
        ErpFile concluded = file.concluded(
                FileStatus.REJECTED,
                List.of(Reason.of(
                        ProblemCode.ERP_001,
                        "no feed of source " + file.source() + " matches \"" + file.name()
                                + "\"; rename the file or add a feed to the mapping")));
        return inTransaction(() -> {
            files.save(file, concluded);
            return concluded;
        });
    }

    private Optional<Feed> feedOf(ErpFile file) {
        String name = file.feed();
        return name == null ? Optional.empty() : sources.find(file.source()).flatMap(source -> source.feed(name));
    }

    private Feed feed(ErpFile file) {
        return feedOf(file)
                .orElseThrow(() -> new IllegalStateException(
                        "OPS-006 mappings/erp/" + file.source() + ".yaml: feed " + file.feed() + " is gone while file "
                                + file.id() + " is at work; bring it back, or refuse the file"));
    }

    private ErpSource source(ErpFile file) {
        return sources.find(file.source())
                .orElseThrow(() -> new IllegalStateException("OPS-006 mappings/erp/" + file.source()
                        + ".yaml is gone while file " + file.id() + " is at work; bring it back"));
    }

    private Books booksOf(Feed feed) {
        Books found = books.get(feed.kind());
        if (found == null) {
            throw new IllegalStateException("no books for kind " + feed.kind().word());
        }
        return found;
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
