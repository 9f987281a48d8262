package io.claimgate.flow.watch;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.request.Request;
import io.claimgate.flow.request.RequestBook;
import io.claimgate.flow.request.RequestKind;
import io.claimgate.flow.request.RequestedAct;
import io.claimgate.problem.ProblemCode;
import io.claimgate.receivable.ReceivableState;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What two persons may change about a receivable's dates: the frozen due date that was wrong from the start (deadlines.md 7), and the state
 * FORECLOSED, once a corrected date or the insurer's consent opens its window again (deadlines.md 17).
 */
public final class DueDates {

    private static final String NEW_DATE = "dueDate";
    private static final Set<ReceivableState> BEFORE_THE_INSURER = Set.of(
            ReceivableState.NOT_DUE,
            ReceivableState.OVERDUE,
            ReceivableState.WINDOW_OPEN,
            ReceivableState.CLOSING,
            ReceivableState.FORECLOSED);

    private final FrozenDates dates;
    private final Ideas ideas;
    private final RequestBook requests;

    public DueDates(FrozenDates dates, Ideas ideas, RequestBook requests) {
        this.dates = dates;
        this.ideas = ideas;
        this.requests = requests;
    }

    /**
     * Asks for another frozen due date.
     *
     * @throws ActRefused OPS-004 if there is no such receivable, OPS-005 for a date that cannot be, OPS-006 if the insurer has it
     */
    public Request askCorrection(long receivable, LocalDate dueOn, String actor, String reason) {
        return Objects.requireNonNull(ideas.transactions().execute(status -> {
            FrozenDates.Frozen frozen = changeable(receivable);
            if (dueOn.isBefore(frozen.issuedOn()) || dueOn.equals(frozen.dueOn())) {
                throw new ActRefused(
                        ProblemCode.OPS_005,
                        "dueDate " + dueOn + ": invoice " + frozen.invoice() + " was issued on " + frozen.issuedOn()
                                + " and is due on " + frozen.dueOn() + "; give another day, not before the issue date");
            }
            return requests.ask(
                    new RequestBook.Asking(
                            RequestKind.CORRECT_DUE_DATE,
                            frozen.subject(),
                            frozen.creditor(),
                            Map.of(NEW_DATE, dueOn.toString()),
                            "the frozen due date of invoice " + frozen.invoice() + " becomes " + dueOn + " instead of "
                                    + frozen.dueOn() + ", and all its deadlines with it",
                            reason),
                    actor);
        }));
    }

    /**
     * Asks for the way back of a foreclosed receivable.
     *
     * @throws ActRefused OPS-004 if there is no such receivable, OPS-006 if it is not foreclosed
     */
    public Request askReopening(long receivable, String actor, String reason) {
        return Objects.requireNonNull(ideas.transactions().execute(status -> {
            FrozenDates.Frozen frozen = foreclosed(receivable);
            return requests.ask(
                    new RequestBook.Asking(
                            RequestKind.REOPEN_FORECLOSED,
                            frozen.subject(),
                            frozen.creditor(),
                            Map.of(),
                            "invoice " + frozen.invoice()
                                    + " is foreclosed and may be declared again, as far as its dates allow it",
                            reason),
                    actor);
        }));
    }

    /** What the second person's word does to a due date. */
    public RequestedAct corrections() {
        return act(RequestKind.CORRECT_DUE_DATE, (request, confirmer) -> {
            FrozenDates.Frozen frozen = changeable(Long.parseLong(request.of()));
            LocalDate dueOn = LocalDate.parse(request.detail(NEW_DATE));
            dates.correct(frozen.id(), dueOn);
            if (frozen.state() == ReceivableState.FORECLOSED) {
                dates.reopen(frozen.id());
            }
            Map<String, ?> words = Map.of(
                    NEW_DATE,
                    dueOn,
                    "before",
                    String.valueOf(frozen.dueOn()),
                    "askedBy",
                    request.askedBy(),
                    "reason",
                    request.reason());
            changed(frozen, "receivable.due-date-corrected", confirmer, words);
        });
    }

    /** What the second person's word does to a foreclosed receivable. */
    public RequestedAct reopenings() {
        return act(RequestKind.REOPEN_FORECLOSED, (request, confirmer) -> {
            FrozenDates.Frozen frozen = foreclosed(Long.parseLong(request.of()));
            dates.reopen(frozen.id());
            changed(
                    frozen,
                    "receivable.reopened",
                    confirmer,
                    Map.of("askedBy", request.askedBy(), "reason", request.reason()));
        });
    }

    private void changed(FrozenDates.Frozen frozen, String type, String actor, Map<String, ?> words) {
        ideas.events().record(frozen.subject(), type, actor, frozen.creditor(), words);
        if (frozen.exposureId() != null) {
            ideas.tasks()
                    .arm(
                            TaskKinds.EXPOSURE,
                            Long.toString(frozen.exposureId()),
                            frozen.creditor(),
                            ideas.now(),
                            Tasks.NEVER);
        }
    }

    private FrozenDates.Frozen changeable(long receivable) {
        FrozenDates.Frozen frozen = locked(receivable);
        if (!BEFORE_THE_INSURER.contains(frozen.state()) || frozen.dueOn() == null) {
            throw new ActRefused(
                    ProblemCode.OPS_006,
                    "invoice " + frozen.invoice() + " is " + frozen.state() + " with due date " + frozen.dueOn()
                            + "; only what is not settled and not at the insurer gets another one");
        }
        return frozen;
    }

    private FrozenDates.Frozen foreclosed(long receivable) {
        FrozenDates.Frozen frozen = locked(receivable);
        if (frozen.state() != ReceivableState.FORECLOSED) {
            throw new ActRefused(
                    ProblemCode.OPS_006, "invoice " + frozen.invoice() + " is " + frozen.state() + ", not FORECLOSED");
        }
        return frozen;
    }

    private FrozenDates.Frozen locked(long receivable) {
        return dates.lock(receivable)
                .orElseThrow(() -> new ActRefused(ProblemCode.OPS_004, "there is no receivable " + receivable));
    }

    @FunctionalInterface
    private interface Doing {
        void carryOut(Request request, String confirmer);
    }

    private static RequestedAct act(RequestKind kind, Doing doing) {
        return new RequestedAct() {
            @Override
            public RequestKind kind() {
                return kind;
            }

            @Override
            public void carryOut(Request request, String confirmer) {
                doing.carryOut(request, confirmer);
            }
        };
    }
}
