package io.claimgate.flow.intake;

import io.claimgate.feed.Reason;
import io.claimgate.problem.ProblemCode;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When a file looks so unlike the ones before that a person must see it first: what it would do (deadlines tightened, debts counted twice)
 * cannot be undone by the next file. The rules in their order; the first that has something to say is the reason.
 */
final class OddFiles {

    /** Of its customer numbers. */
    private static final int NEARLY_ALL = 80;

    private final int percent;
    private final int minimum;

    OddFiles(IntakeSettings settings) {
        this.percent = settings.snapshotGuard();
        this.minimum = settings.snapshotGuardMinimum();
    }

    Optional<Reason> reason(Oddities.Look look) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> tightened(look), () -> oddDates(look), () -> newBuyers(look), () -> renumbered(look))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .map(words -> Reason.of(ProblemCode.ERP_008, words));
    }

    private Optional<String> tightened(Oddities.Look look) {
        return many(look.tightened(), look.known())
                ? Optional.of(about(look.tightened(), look.known())
                        + " known receivables would be due earlier than their frozen due date, which cannot be taken back by a later file;"
                        + " look whether day and month are swapped, then release or refuse it")
                : Optional.empty();
    }

    private Optional<String> oddDates(Oddities.Look look) {
        return many(look.oddDates(), look.rows())
                ? Optional.of(about(look.oddDates(), look.rows())
                        + " rows are due before their issue date or more than " + Oddities.MOST_YEARS
                        + " years after it; look whether day and month are swapped, then release or refuse it")
                : Optional.empty();
    }

    private Optional<String> newBuyers(Oddities.Look look) {
        boolean settled = look.buyersBefore() >= 2L * minimum;
        return settled && look.newBuyers() > minimum && look.newBuyers() * 100 > look.buyers() * NEARLY_ALL
                ? Optional.of(about(look.newBuyers(), look.buyers())
                        + " customer numbers were never named by this source; if the ERP was replaced, give it a source of its own"
                        + " so that its first load waits, and refuse this file; else release it")
                : Optional.empty();
    }

    private Optional<String> renumbered(Oddities.Look look) {
        return many(look.renumbered(), look.rows())
                ? Optional.of(
                        about(look.renumbered(), look.rows())
                                + " rows are open already under another invoice number (same buyer, issue date, amount and currency) and would count"
                                + " twice; if the ERP was replaced, give it a source of its own and refuse this file; else release it")
                : Optional.empty();
    }

    private boolean many(long odd, long all) {
        return odd > minimum && odd * 100 > all * percent;
    }

    private static String about(long odd, long all) {
        return odd + " of " + all;
    }
}
