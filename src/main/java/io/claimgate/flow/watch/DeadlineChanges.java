package io.claimgate.flow.watch;

import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a new picture changes about the stored clocks.
 *
 * @param added new, or with other dates than before
 * @param replaced rows whose dates are history now
 * @param updated the same dates with another status or amount, or without a reason until now, by row
 * @param voided rows whose clock is no longer needed
 * @param turned clocks that became MET or MISSED just now
 */
record DeadlineChanges(
        List<Deadline> added,
        List<Long> replaced,
        Map<Long, Deadline> updated,
        List<Long> voided,
        List<Deadline> turned) {

    static DeadlineChanges between(Map<String, Exposures.StoredDeadline> stored, List<Deadline> computed) {
        DeadlineChanges changes = new DeadlineChanges(
                new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Exposures.StoredDeadline> gone = new HashMap<>(stored);
        for (Deadline deadline : computed) {
            Exposures.StoredDeadline before = gone.remove(deadline.kind().name());
            if (before == null) {
                changes.added.add(deadline);
            } else if (!sameDates(before.deadline(), deadline)) {
                changes.added.add(deadline);
                changes.replaced.add(before.id());
            } else if (before.deadline().status() != deadline.status()
                    || before.deadline().reason() == null
                    || before.deadline().amountAtRisk().compareTo(deadline.amountAtRisk()) != 0) {
                changes.updated.put(before.id(), deadline);
            }
            if (isFinal(deadline) && (before == null || before.deadline().status() != deadline.status())) {
                changes.turned.add(deadline);
            }
        }
        gone.values().stream()
                .filter(old -> old.deadline().status() != DeadlineStatus.VOID)
                .forEach(old -> changes.voided.add(old.id()));
        return changes;
    }

    private static boolean isFinal(Deadline deadline) {
        return deadline.status() == DeadlineStatus.MET || deadline.status() == DeadlineStatus.MISSED;
    }

    private static boolean sameDates(Deadline before, Deadline now) {
        return Objects.equals(before.opensOn(), now.opensOn())
                && Objects.equals(before.targetOn(), now.targetOn())
                && Objects.equals(before.actsOn(), now.actsOn())
                && Objects.equals(before.safeOn(), now.safeOn())
                && Objects.equals(before.closesOn(), now.closesOn())
                && Objects.equals(before.governedBy(), now.governedBy())
                && before.provisional() == now.provisional()
                && before.rule().equals(now.rule())
                // Old rows hold no reason: they get it without a new date in their history.
                && (before.reason() == null || before.reason().equals(now.reason()));
    }
}
