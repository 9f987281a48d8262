package io.claimgate.receivable;

import io.claimgate.deadline.TermClock;
import io.claimgate.policy.Limitations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of an exposure's open receivables a person must look at, and when that changes by time alone. */
final class Concerns {

    private final List<Concern> found = new ArrayList<>();
    private final SortedSet<LocalDate> turns = new TreeSet<>();
    private final Map<LocalDate, Optional<Barred>> barred = new HashMap<>();
    private final LocalDate today;

    /** Until when what was due on one day may be sued for, and from when people are told. */
    private record Barred(LocalDate last, LocalDate warns, String source) {

        static Optional<Barred> of(Limitations limitations, @Nullable String country, LocalDate due) {
            return limitations
                    .of(country, due)
                    .map(law -> new Barred(
                            law.lastDay(due), law.lastDay(due).minus(limitations.warnBefore()), law.source()));
        }
    }

    private Concerns(LocalDate today) {
        this.today = today;
    }

    /** @param country the buyer's; null: not told, then no law of limitation is known */
    static Concerns of(List<Standing> standings, @Nullable String country, Limitations limitations, LocalDate today) {
        Concerns concerns = new Concerns(today);
        for (Standing standing : standings) {
            if (standing.debt().governs()) {
                concerns.limitation(standing.debt(), country, limitations);
                concerns.creditTerm(standing.debt());
                concerns.postponement(standing);
            }
        }
        return concerns;
    }

    List<Concern> all() {
        return List.copyOf(found);
    }

    void turns(NextAction next, TermClock clock) {
        turns.forEach(day -> next.onDay(day, clock));
    }

    /** A claim with the insurer does not keep the debt alive. */
    private void limitation(Debt debt, @Nullable String country, Limitations limitations) {
        LocalDate due = debt.facts.originalDueDate();
        if (due == null) {
            return;
        }
        barred.computeIfAbsent(due, day -> Barred.of(limitations, country, day)).ifPresent(law -> {
            turns.add(law.warns());
            if (!today.isBefore(law.warns())) {
                add(Concern.Kind.LIMITATION, debt, law.last(), law.source());
            }
        });
    }

    private void creditTerm(Debt debt) {
        LocalDate latest = debt.exceededCreditTerm();
        if (latest != null) {
            add(Concern.Kind.BEYOND_CREDIT_TERM, debt, latest, policy(debt));
        }
    }

    /** What the insurer has, or what is lost, waits for no consent. */
    private void postponement(Standing standing) {
        Debt debt = standing.debt();
        if (standing.state().atInsurer() || standing.foreclosed()) {
            return;
        }
        LocalDate voidFrom = debt.planVoidFrom;
        if (voidFrom != null) {
            turns.add(voidFrom);
            if (debt.planVoid(today)) {
                add(Concern.Kind.PLAN_VOID, debt, voidFrom, policy(debt));
            }
        }
        LocalDate consent = debt.consentNeededFor(today);
        if (consent != null) {
            add(Concern.Kind.CONSENT_NEEDED, debt, consent, policy(debt));
        }
    }

    private void add(Concern.Kind kind, Debt debt, LocalDate on, String source) {
        found.add(new Concern(kind, debt.id(), on, source));
    }

    private static String policy(Debt debt) {
        return debt.clock.policy().name();
    }
}
