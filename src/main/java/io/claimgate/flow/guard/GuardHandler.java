package io.claimgate.flow.guard;

import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a case's one alert true: how many claims wait, for how much, what closes first, and how many are past their safe date, which makes
 * it critical. Looks again on the next safe date among them. A case in which nothing waits any more ends by itself, unless it goes on for
 * claims to come.
 */
public final class GuardHandler implements TaskHandler {

    /** The kind of task; its ref is the case's id. */
    public static final String KIND = "guard";

    private static final Duration A_DAY = Duration.ofDays(1);

    private final GuardCases cases;
    private final Ideas ideas;

    public GuardHandler(GuardCases cases, Ideas ideas) {
        this.cases = cases;
        this.ideas = ideas;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Task task) {
        ideas.transactions().executeWithoutResult(status -> {
            GuardCase one = cases.lock(Long.parseLong(task.ref())).orElseThrow();
            List<GuardCases.Waiting> waiting = one.open() ? cases.waiting(one.id()) : List.of();
            if (one.open() && waiting.isEmpty() && !one.guard().goesOn()) {
                cases.end(one, EventLog.MACHINE, ideas.now());
                ideas.events().record(one.subject(), "guard.emptied", EventLog.MACHINE, one.creditor(), Map.of());
            }
            tell(one, Figures.of(waiting, ideas.now()));
            next(waiting)
                    .ifPresentOrElse(
                            at -> ideas.tasks().reschedule(task, at, Tasks.NEVER),
                            () -> ideas.tasks().done(task));
        });
    }

    private void tell(GuardCase one, Figures figures) {
        ProblemCode code = code(one);
        boolean told = one.open() && (figures.claims() > 0 || one.guard().goesOn());
        String step = figures.claims() + "/" + figures.late();
        ideas.alerts().retain(code, one.subject(), told ? Set.of(step) : Set.of(), EventLog.MACHINE);
        if (told) {
            ideas.alerts()
                    .raise(
                            code,
                            figures.late() > 0 ? Severity.CRITICAL : Severity.WARNING,
                            one.subject(),
                            step,
                            one.creditor(),
                            code.code() + " " + one.reason() + ". " + figures.sentence() + " " + code.mend());
        }
    }

    /** The next safe date, or close, among the claims; tomorrow at the latest, for what was paid meanwhile. */
    private Optional<Instant> next(List<GuardCases.Waiting> waiting) {
        Instant now = ideas.now();
        return waiting.stream()
                .map(one -> one.window().nextLook(now))
                .map(at -> at.isAfter(now) && at.isBefore(now.plus(A_DAY)) ? at : now.plus(A_DAY))
                .min(Comparator.naturalOrder());
    }

    private static ProblemCode code(GuardCase one) {
        return switch (one.guard()) {
            case DAILY_CAP -> ProblemCode.CLM_006;
            case ANOMALY -> ProblemCode.CLM_030;
            case FIRST_LOAD -> ProblemCode.CLM_031;
            case CLOCK -> ProblemCode.CLM_032;
        };
    }
}
