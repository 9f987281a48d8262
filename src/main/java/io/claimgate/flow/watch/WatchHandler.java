package io.claimgate.flow.watch;

import io.claimgate.deadline.Deadline;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.policy.Contract;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ExposureRules;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recomputation and sweep in one: computes an exposure anew, keeps what changed, tells whom it concerns, drafts the claim when it is time,
 * and plans the next look at it. Every change of a fact arms its task; so many changes at once are one computation.
 */
public final class WatchHandler implements TaskHandler {

    /** The kind of task; its ref is the exposure's id. */
    public static final String KIND = TaskKinds.EXPOSURE;

    private final Exposures exposures;
    private final Contracts contracts;
    private final ExposureRules rules;
    private final Notices notices;
    private final ClaimDrafts drafts;
    private final Tasks tasks;
    private final TransactionOperations transactions;
    private final BusinessClock clock;

    public WatchHandler(
            Exposures exposures,
            Contracts contracts,
            ExposureRules rules,
            Notices notices,
            ClaimDrafts drafts,
            Tasks tasks,
            TransactionOperations transactions,
            BusinessClock clock) {
        this.exposures = exposures;
        this.contracts = contracts;
        this.rules = rules;
        this.notices = notices;
        this.drafts = drafts;
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
        transactions.executeWithoutResult(status -> {
            Optional<ExposureRow> exposure = exposures.lock(Long.parseLong(task.ref()));
            if (exposure.isPresent()) {
                watch(exposure.get(), task);
            } else {
                tasks.done(task);
            }
        });
    }

    private void watch(ExposureRow exposure, Task task) {
        Instant now = clock.now();
        Contract contract = contracts.contract(exposure.contract(), exposure.policyVersions());
        Exposures.Loaded loaded =
                exposures.load(exposure, contract.newest().policy().dayEnd().zone());
        ExposurePicture picture = rules.compute(contract, loaded.facts(), now);
        DeadlineChanges changes = DeadlineChanges.between(loaded.deadlines(), picture.deadlines());
        keepDeadlines(exposure, changes, now);
        exposures.saveReceivables(picture.changed(), claimed(loaded), now);
        exposures.save(exposure, picture, PolicyPins.of(contract), now);
        notices.tell(exposure, picture, changes, loaded.facts());
        boolean again = drafts.follow(exposure, contract, picture, loaded.facts());
        // Only now: whoever holds a claim arms its tasks, so its lock, which the line before takes, goes before theirs.
        tellDossier(exposure, changes, loaded.facts().claim());
        settle(exposure, loaded.facts().claim(), now);
        boolean over = episodeIsOver(picture, loaded.facts().claim());
        if (over) {
            exposures.nextEpisode(exposure, picture.filing());
        }
        plan(task, picture, again || (over && !picture.settled()) ? now : picture.nextActionAt());
    }

    /** Money of an indemnified claim's buyer is shared with the insurer; what came or went back since is found by the claim's own task. */
    private void settle(ExposureRow exposure, @Nullable ClaimFacts claim, Instant now) {
        if (claim != null && claim.after().indemnifiedOn() != null) {
            tasks.arm(TaskKinds.RESULTS, claim.claimKey(), exposure.creditor(), now, Tasks.NEVER);
        }
    }

    private void plan(Task task, ExposurePicture picture, @Nullable Instant next) {
        if (next == null) {
            tasks.done(task);
            return;
        }
        Instant close = picture.declaration().governing() == null
                ? null
                : picture.declaration().governing().closesAt();
        tasks.reschedule(task, next, close == null ? Tasks.NEVER : close);
    }

    private void keepDeadlines(ExposureRow exposure, DeadlineChanges changes, Instant now) {
        exposures.replaceDeadlines(changes.replaced(), now);
        exposures.voidDeadlines(changes.voided(), now);
        changes.updated().forEach((id, deadline) -> exposures.updateDeadline(id, deadline, now));
        changes.added().forEach(deadline -> exposures.addDeadline(exposure, deadline, now));
    }

    /** Another documents' clock is another plan for the claim's file. */
    private void tellDossier(ExposureRow exposure, DeadlineChanges changes, @Nullable ClaimFacts claim) {
        if (claim == null || claim.phase() != ClaimFacts.Phase.ACCEPTED) {
            return;
        }
        changes.added().stream()
                .filter(deadline -> deadline.kind().equals(DeadlineKind.DOCUMENTS))
                .map(Deadline::closesAt)
                .filter(Objects::nonNull)
                .forEach(closesAt ->
                        tasks.arm(TaskKinds.DOSSIER, claim.claimKey(), exposure.creditor(), clock.now(), closesAt));
    }

    private static Map<Long, String> claimed(Exposures.Loaded loaded) {
        ClaimFacts claim = loaded.facts().claim();
        Map<Long, String> keys = new HashMap<>();
        if (claim != null && claim.phase() != ClaimFacts.Phase.WITHDRAWN) {
            claim.lines().keySet().forEach(receivable -> keys.put(receivable, claim.claimKey()));
        }
        return keys;
    }

    /**
     * A claim that a person or its settlement took back ends its episode, once nothing is open: what comes later is another loss. One that
     * was withdrawn because all was paid ends it even if a payment has bounced meanwhile: that is a loss to be declared anew.
     */
    private static boolean episodeIsOver(ExposurePicture picture, @Nullable ClaimFacts claim) {
        if (claim == null || claim.phase() != ClaimFacts.Phase.WITHDRAWN) {
            return false;
        }
        ClaimFacts.Withdrawal withdrawal = claim.withdrawal();
        return picture.settled() || (withdrawal != null && withdrawal.paid());
    }
}
