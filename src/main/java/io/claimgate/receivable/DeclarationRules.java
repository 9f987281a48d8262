package io.claimgate.receivable;

import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.Eligibility.Eligible;
import io.claimgate.receivable.Eligibility.Reason;
import io.claimgate.receivable.Eligibility.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a buyer's outstanding may be declared, what a declaration takes, and whether it is time. */
final class DeclarationRules {

    private final Policy policy;
    private final @Nullable ClaimFacts claim;
    private final List<DeclarationLine> lines;
    private final BigDecimal amount;
    private final LocalDate today;

    DeclarationRules(
            Policy policy,
            @Nullable ClaimFacts claim,
            List<DeclarationLine> lines,
            BigDecimal amount,
            LocalDate today) {
        this.policy = policy;
        this.claim = claim;
        this.lines = lines;
        this.amount = amount;
        this.today = today;
    }

    DeclarationOutlook outlook(List<Deadline> deadlines, DeclarationOutlook.Cause cause) {
        List<Deadline> clocks = deadlines.stream()
                .filter(deadline -> deadline.kind().metByDeclaring() && deadline.closesAt() != null)
                .sorted(Comparator.comparing(
                        deadline -> deadline.closesOn(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<Deadline> running = clocks.stream()
                .filter(deadline -> DeadlineRules.running(deadline.status()))
                .toList();
        Eligibility eligibility = eligibility(deadlines, running);
        Deadline governing = eligibility instanceof Eligible eligible
                ? eligible.by()
                : running.isEmpty() ? clocks.stream().findFirst().orElse(null) : running.get(0);
        return new DeclarationOutlook(
                eligibility,
                eligibility.allowed() && running.stream().anyMatch(this::planned),
                governing,
                cause,
                lines,
                amount,
                policy.currency());
    }

    /** Order of the rules is the order of the answer. */
    private Eligibility eligibility(List<Deadline> deadlines, List<Deadline> running) {
        Refused refused = firstRefusal(
                notDeclaredYet(), somethingOutstanding(), deadlineRuns(deadlines, running), aboveThreshold());
        if (refused != null) {
            return refused;
        }
        return running.stream()
                .filter(this::mayBeMet)
                .findFirst()
                .<Eligibility>map(by -> new Eligible(by, early(by)))
                .orElseGet(() -> new Refused(
                        Reason.WINDOW_NOT_OPEN,
                        "the window opens on " + running.get(0).floorOn() + " and policy " + policy.name()
                                + " forbids filing before"));
    }

    private @Nullable Refused notDeclaredYet() {
        if (claim == null || claim.phase() == ClaimFacts.Phase.LAPSED) {
            return null;
        }
        return switch (claim.phase()) {
            case ACCEPTED ->
                new Refused(Reason.ALREADY_DECLARED, "claim " + claim.claimKey() + " of this episode was declared");
            case WITHDRAWN ->
                new Refused(Reason.WITHDRAWN, "claim " + claim.claimKey() + " of this episode was withdrawn");
            default -> new Refused(Reason.CLAIM_IN_FLIGHT, "claim " + claim.claimKey() + " is under way");
        };
    }

    private @Nullable Refused somethingOutstanding() {
        return lines.isEmpty()
                ? new Refused(Reason.NOTHING_OUTSTANDING, "nothing is open that can still be declared")
                : null;
    }

    private static @Nullable Refused deadlineRuns(List<Deadline> deadlines, List<Deadline> running) {
        if (!running.isEmpty()) {
            return null;
        }
        return deadlines.stream()
                .filter(deadline -> deadline.kind().metByDeclaring() && deadline.status() == DeadlineStatus.MISSED)
                .findFirst()
                .map(missed -> new Refused(Reason.WINDOW_CLOSED, "the window closed on " + missed.closesOn()))
                .orElseGet(() -> new Refused(Reason.NO_DEADLINE, "no declaration window can be computed"));
    }

    /** Tests the total gross outstanding, disputed and uncovered included; what has no rate cannot be tested and passes. */
    private @Nullable Refused aboveThreshold() {
        BigDecimal threshold = policy.cover().threshold().amount();
        boolean unknown = lines.stream().anyMatch(line -> line.worth() == null);
        return unknown || amount.compareTo(threshold) > 0
                ? null
                : new Refused(
                        Reason.BELOW_THRESHOLD,
                        "outstanding " + amount.toPlainString() + " " + policy.currency()
                                + " is not above the threshold " + threshold.toPlainString());
    }

    private boolean mayBeMet(Deadline deadline) {
        DeadlineRule rule = policy.rule(deadline.kind());
        return !early(deadline) || (rule != null && rule.opening() == DeadlineRule.Opening.ADVISED);
    }

    private boolean early(Deadline deadline) {
        return deadline.floorOn() != null && today.isBefore(deadline.floorOn());
    }

    private boolean planned(Deadline deadline) {
        return deadline.actsOn() != null && !today.isBefore(deadline.actsOn()) && mayBeMet(deadline);
    }

    private static @Nullable Refused firstRefusal(@Nullable Refused... refusals) {
        for (Refused refused : refusals) {
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }
}
