package io.claimgate.flow.declaration;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stops what goes to insurers, and lets it go again. Asking about lost answers goes on. */
public final class Outgoing {

    /** The stream of events about restores, and the subject of their alert. */
    public static final String RESTORE_SUBJECT = "gateway/restore";

    private static final String EVERYBODY = "*";

    private final Books books;
    private final Ideas ideas;

    public Outgoing(Books books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
    }

    /**
     * Nothing leaves in this scope until it is resumed.
     *
     * @param name an insurer or creditor; ignored for all
     * @throws ActRefused OPS-006 if it is paused already
     */
    public void pause(PauseScope scope, String name, String actor, String reason) {
        ideas.transactions().executeWithoutResult(status -> {
            String whom = whom(scope, name);
            Pauses.Pause pause = new Pauses.Pause(scope, whom, actor, reason, ideas.now());
            if (!books.pauses().add(pause)) {
                throw new ActRefused(ProblemCode.OPS_006, "outgoing is already paused for " + scope + " " + whom);
            }
            record(scope, whom, "outgoing.paused", actor, Map.of("reason", reason));
        });
    }

    /**
     * What waited in this scope goes on.
     *
     * @throws ActRefused OPS-006 if it is not paused
     */
    public void resume(PauseScope scope, String name, String actor) {
        ideas.transactions().executeWithoutResult(status -> {
            String whom = whom(scope, name);
            if (scope == PauseScope.ALL) {
                afterRestore(actor);
            }
            if (!books.pauses().remove(scope, whom)) {
                throw new ActRefused(ProblemCode.OPS_006, "outgoing is not paused for " + scope + " " + whom);
            }
            List<ClaimStore.Undeclared> waiting = books.claims().undeclared(scope, whom);
            List<ClaimStore.Undeclared> changed = books.changes().waiting(scope, whom);
            rearm(waiting);
            rearm(changed);
            List<SubmissionStore.WaitingDocuments> documents =
                    books.submissions().waitingDocuments(scope, whom);
            documents.forEach(one -> ideas.tasks()
                    .arm(
                            TaskKinds.TRANSFER,
                            Long.toString(one.submission()),
                            one.creditor(),
                            ideas.now(),
                            one.closeAt()));
            record(
                    scope,
                    whom,
                    "outgoing.resumed",
                    actor,
                    Map.of("claims", waiting.size(), "changes", changed.size(), "documents", documents.size()));
        });
    }

    /** After a restore it goes on only when all is reconciled. */
    private void afterRestore(String actor) {
        Restore restore = ideas.restores().last().filter(Restore::open).orElse(null);
        if (restore == null) {
            return;
        }
        if (restore.phase() != Restore.Phase.RECONCILED) {
            throw new ActRefused(
                    ProblemCode.OPS_031,
                    "the database was restored (" + restore.reason() + ") and is reconciled as far as "
                            + restore.phase()
                            + "; wait until it is RECONCILED, or ask for it on the page Restore, and another person confirms");
        }
        release(restore, actor, "reconciled");
    }

    private void release(Restore restore, String actor, String how) {
        ideas.restores().released(restore, actor, how);
        ideas.alerts().clear(ProblemCode.OPS_030, RESTORE_SUBJECT, actor);
        ideas.events()
                .record(
                        RESTORE_SUBJECT,
                        "gateway.released",
                        actor,
                        EVERYBODY,
                        Map.of("restore", restore.id(), "reason", restore.reason(), "how", how));
        ideas.tasks().arm(TaskKinds.RESTORE, Long.toString(restore.id()), EVERYBODY, ideas.now(), Tasks.NEVER);
    }

    /**
     * Lets outgoing go on although not all is reconciled, as two persons want it, in the caller's transaction. What is not known to be there
     * or not there is still asked for before it is sent.
     *
     * @throws ActRefused OPS-006 if there is nothing to release
     */
    public void force(long restoreId, String actor, String reason) {
        Restore restore = ideas.restores()
                .last()
                .filter(last -> last.id() == restoreId && last.open())
                .orElseThrow(() -> new ActRefused(
                        ProblemCode.OPS_006, "restore " + restoreId + " does not keep outgoing paused any more"));
        release(restore, actor, reason);
        resume(PauseScope.ALL, EVERYBODY, actor);
    }

    /** Where outgoing is stopped now. */
    public List<Pauses.Pause> pauses() {
        return books.pauses().all();
    }

    private void rearm(List<ClaimStore.Undeclared> waiting) {
        record Group(String creditor, Instant closeAt) {}
        waiting.stream()
                .collect(Collectors.groupingBy(claim -> new Group(claim.creditor(), claim.closeAt())))
                .forEach((group, claims) -> ideas.tasks()
                        .armAll(
                                ClaimHandler.KIND,
                                claims.stream()
                                        .map(claim -> claim.key().value())
                                        .toList(),
                                group.creditor(),
                                ideas.now(),
                                group.closeAt()));
    }

    private void record(PauseScope scope, String whom, String type, String actor, Map<String, ?> payload) {
        String creditor = scope == PauseScope.CREDITOR ? whom : EVERYBODY;
        ideas.events().record("outgoing/" + scope + "/" + whom, type, actor, creditor, payload);
    }

    private static String whom(PauseScope scope, String name) {
        if (scope == PauseScope.ALL) {
            return EVERYBODY;
        }
        if (name.isBlank()) {
            throw new ActRefused(ProblemCode.OPS_005, "name the " + scope + " to pause or resume");
        }
        return name;
    }
}
