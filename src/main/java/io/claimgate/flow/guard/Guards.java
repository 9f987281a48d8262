package io.claimgate.flow.guard;

import io.claimgate.claim.Anomaly;
import io.claimgate.claim.Anomaly.Volume;
import io.claimgate.claim.Claim;
import io.claimgate.claim.FirstLoad;
import io.claimgate.claim.Guard;
import io.claimgate.flow.Ideas;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The look at a claim that the machine would let go by itself, in the claim's transaction. The guards in their order; the first that has
 * something to say decides.
 */
public final class Guards {

    /** Ninety business days: eighteen weeks. */
    static final int HISTORY_DAYS = 126;

    private static final Duration SOON = Duration.ofMinutes(1);
    /** So near to its close a claim is judged by what is known. */
    private static final Duration NO_TIME = Duration.ofHours(2);

    private final ClockWatch clock;
    private final GuardCases store;
    private final Cases cases;
    private final ReleaseHistory history;
    private final Ideas ideas;

    public Guards(ClockWatch clock, GuardCases store, Cases cases, ReleaseHistory history, Ideas ideas) {
        this.clock = clock;
        this.store = store;
        this.cases = cases;
        this.history = history;
        this.ideas = ideas;
    }

    /** What a look comes to. */
    public sealed interface Verdict {

        /** No guard has anything to say. */
        record Free() implements Verdict {}

        /** It waits for a person. */
        record Stopped(GuardCase by) implements Verdict {}

        /** What else becomes due now is not known yet. */
        record NotYet(Instant lookAgainAt) implements Verdict {}
    }

    public Verdict look(Claim claim) {
        return Stream.<Supplier<Optional<Verdict>>>of(
                        () -> clock.waiting().map(Verdict.Stopped::new),
                        () -> firstLoad(claim),
                        () -> unusualDay(claim))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Verdict.Free::new);
    }

    /** The day's cap is used up. */
    public GuardCase capReached(Claim claim, LocalDate day) {
        String policy = claim.subject().policy();
        String creditor = claim.subject().creditor();
        return cases.opened(new GuardCase.Opening(
                Guard.DAILY_CAP,
                String.join("/", policy, creditor, day.toString()),
                policy,
                null,
                creditor,
                null,
                "policy " + policy + " lets no more claims of " + creditor + " go automatically on " + day));
    }

    /** For the claim that waits. */
    public Cases cases() {
        return cases;
    }

    private Optional<Verdict> firstLoad(Claim claim) {
        if (!claim.rule().firstLoadWaits()) {
            return Optional.empty();
        }
        FirstLoad load = history.firstLoad(claim);
        if (!load.waits()) {
            return Optional.empty();
        }
        String policy = claim.subject().policy();
        String creditor = claim.subject().creditor();
        return Optional.of(new Verdict.Stopped(cases.opened(new GuardCase.Opening(
                Guard.FIRST_LOAD,
                String.join("/", policy + "@" + load.version(), creditor, load.source()),
                policy,
                load.version(),
                creditor,
                load.source(),
                "what source " + load.source() + " brought of " + creditor + " is declared under policy " + policy
                        + ", version " + load.version() + ", for the first time"))));
    }

    private Optional<Verdict> unusualDay(Claim claim) {
        Anomaly anomaly = claim.rule().anomaly();
        if (anomaly == null) {
            return Optional.empty();
        }
        String contract = claim.subject().contract();
        String creditor = claim.subject().creditor();
        LocalDate day = claim.window().day(ideas.now());
        String key = String.join("/", contract, creditor, day.toString());
        Optional<GuardCase> open = store.open(Guard.ANOMALY, key);
        if (open.isPresent()) {
            return open.map(Verdict.Stopped::new);
        }
        // In this order: an exposure that is drafted in between is counted twice rather than never.
        long unseen = history.unseen(creditor, ideas.now(), anomaly.atLeast() + 1L);
        Volume due = history.due(contract, creditor, day);
        if (due.claims() + unseen <= anomaly.atLeast()) {
            return Optional.empty();
        }
        Volume usual = history.usual(contract, creditor, day.minusDays(HISTORY_DAYS), day);
        if (anomaly.unusual(due, usual)) {
            return Optional.of(new Verdict.Stopped(cases.opened(new GuardCase.Opening(
                    Guard.ANOMALY,
                    key,
                    claim.subject().policy(),
                    null,
                    creditor,
                    null,
                    words(contract, creditor, day, due, usual, claim.currency())))));
        }
        return unseen == 0 ? Optional.empty() : settles(claim, anomaly, due, usual);
    }

    /** While many exposures are still to be looked at, nobody knows how many claims the day brings. */
    private Optional<Verdict> settles(Claim claim, Anomaly anomaly, Volume due, Volume usual) {
        Instant now = ideas.now();
        if (!now.plus(NO_TIME).isBefore(claim.window().closeAt())) {
            return Optional.empty();
        }
        long most = anomaly.most(usual);
        long unseen = history.unseen(claim.subject().creditor(), now, most + 1);
        return due.claims() + unseen > most ? Optional.of(new Verdict.NotYet(now.plus(SOON))) : Optional.empty();
    }

    private static String words(
            String contract, String creditor, LocalDate day, Volume due, Volume usual, String currency) {
        return "on " + day + " at least " + due.claims() + " claims of " + money(due.amount(), currency)
                + " became due under contract " + contract + " for " + creditor + "; the highest days of the last "
                + HISTORY_DAYS / 7 + " weeks had " + usual.claims() + " claims and " + money(usual.amount(), currency);
    }

    private static String money(BigDecimal amount, String currency) {
        return amount.toPlainString() + " " + currency;
    }
}
