package io.claimgate.flow.settlement;

import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.MessageLog;
import io.claimgate.flow.MessageLog.Direction;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.settlement.Receival.Refused;
import io.claimgate.flow.settlement.ResultList.Listing;
import io.claimgate.flow.settlement.ResultList.NoPage;
import io.claimgate.flow.settlement.ResultList.Page;
import io.claimgate.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an insurer's list of results, page by page, until there is nothing new. The results of a page and the cursor behind it are one
 * commit: none is lost, and one that is read again is a duplicate. A result that is not taken does not stop those behind it.
 */
public final class ListedResultsHandler implements TaskHandler {

    /** What is told of an insurer for results of its list. */
    private static final List<ProblemCode> REFUSALS = List.of(ProblemCode.REC_001, ProblemCode.REC_005);

    private final ResultLists lists;
    private final ResultsDesk desk;
    private final Cursors cursors;
    private final MessageLog messages;
    private final Ideas ideas;

    public ListedResultsHandler(
            ResultLists lists, ResultsDesk desk, Cursors cursors, MessageLog messages, Ideas ideas) {
        this.lists = lists;
        this.desk = desk;
        this.cursors = cursors;
        this.messages = messages;
        this.ideas = ideas;
    }

    @Override
    public String kind() {
        return ResultPolls.POLL;
    }

    @Override
    public void handle(Task task) {
        if (ideas.restores().last().filter(Restore::resultsWait).isPresent()) {
            // The claims that they tell of may not be known yet; the list is armed once they are.
            ideas.transactions().executeWithoutResult(status -> ideas.tasks().done(task));
            return;
        }
        Optional<ResultList> list = lists.of(task.ref());
        if (list.isEmpty()) {
            ideas.transactions().executeWithoutResult(status -> ideas.tasks().done(task));
            return;
        }
        String cursor = Objects.requireNonNull(
                        ideas.transactions().execute(status -> cursors.of(task.ref())), "a query gives an answer")
                .orElse(null);
        Listing listing = list.get().since(cursor);
        ideas.transactions().executeWithoutResult(status -> {
            if (listing instanceof Page page) {
                take(task, list.get().operation(), cursor, page);
            } else if (listing instanceof NoPage trouble) {
                give(task, trouble.reason());
            }
        });
    }

    private void take(Task task, String operation, @Nullable String cursor, Page page) {
        String insurer = task.ref();
        ideas.alerts().clear(ProblemCode.REC_004, subject(insurer), EventLog.MACHINE);
        if (page.results().isEmpty()) {
            ideas.tasks().done(task);
            return;
        }
        record(insurer, operation, page);
        if (cursor == null) {
            // From the beginning: what is refused again is told again.
            ideas.alerts().clearAll(REFUSALS, subject(insurer), EventLog.MACHINE);
        }
        // Before the results: who rewinds the list because a claim is known now waits for this commit, or is seen by
        // it.
        cursors.move(insurer, cursor, page.cursor(), ideas.systemNow());
        page.results().forEach(told -> take(insurer, told));
        // There may be more.
        ideas.tasks().reschedule(task, ideas.now(), Tasks.NEVER);
    }

    private void take(String insurer, Told told) {
        if (desk.receiveWithin(told) instanceof Refused refused) {
            String messageId = told.result().messageId();
            ideas.alerts()
                    .raise(
                            ProblemCode.REC_005,
                            Severity.CRITICAL,
                            subject(insurer),
                            messageId,
                            "*",
                            ProblemCode.REC_005.code() + " message " + messageId + " on the list of " + insurer + ": "
                                    + refused.message() + "; the list was read on, agree with the insurer");
        }
    }

    /** The next wake asks again; a person is told, once. */
    private void give(Task task, String reason) {
        ideas.alerts()
                .raise(
                        ProblemCode.REC_004,
                        Severity.WARNING,
                        subject(task.ref()),
                        "",
                        "*",
                        ProblemCode.REC_004.code() + " insurer " + task.ref() + ": " + reason
                                + "; it is asked again, look at its service and at results.xsl");
        ideas.tasks().done(task);
    }

    private void record(String insurer, String operation, Page page) {
        String outcome = page.results().size() + " results up to " + page.cursor();
        record(Direction.OUT, insurer, operation, page.traffic().request(), "text/xml", outcome);
        record(
                Direction.IN,
                insurer,
                operation,
                page.traffic().response(),
                page.traffic().contentType(),
                outcome);
    }

    private void record(
            Direction direction,
            String insurer,
            String operation,
            byte @Nullable [] bytes,
            String contentType,
            String outcome) {
        if (bytes == null) {
            return;
        }
        String kind = direction == Direction.OUT ? "REQUEST" : "RESPONSE";
        var stored = ideas.vault().put("*", kind, bytes);
        messages.record(new MessageLog.Message(
                direction, insurer, "*", null, null, operation, stored.sha256(), stored.size(), contentType, outcome));
    }

    private static String subject(String insurer) {
        return "insurer/" + insurer;
    }
}
