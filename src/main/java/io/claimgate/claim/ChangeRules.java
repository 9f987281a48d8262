package io.claimgate.claim;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an insurer has to be told of a claim that it has, and when. */
public final class ChangeRules {

    private static final Set<ClaimState> FINAL = Set.of(
            ClaimState.INDEMNIFIED,
            ClaimState.RECOVERING,
            ClaimState.CLOSED,
            ClaimState.WITHDRAWN,
            ClaimState.FORECLOSED);

    private ChangeRules() {}

    /**
     * Whether the insurer has it and nothing is settled yet. Once it has paid, the declared amount is final: what changes then is owed from
     * one side to the other (money.md).
     */
    public static boolean open(ClaimState state) {
        return state.atInsurer() && !FINAL.contains(state);
    }

    /**
     * The difference between what the insurer was told and what is. One at a time: a withdrawal says all, what joins goes before what
     * changes.
     *
     * @param told the claim's lines as the insurer knows them
     * @param tolerance differences up to this sum wait
     */
    public static Optional<Difference> between(
            ClaimState state, List<ClaimLine> told, BuyersPicture buyer, BigDecimal tolerance) {
        if (!open(state)) {
            return Optional.empty();
        }
        Map<Long, ClaimLine> now =
                buyer.owed().stream().collect(Collectors.toMap(ClaimLine::receivableId, Function.identity()));
        return Stream.of(withdrawn(state, told, now, buyer), joined(told, buyer), changed(state, told, now, tolerance))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * When a change goes: after what comes with it had its time, never sooner than that after the last one, and not later than {@code before}.
     * A withdrawal goes at once: deliveries wait for it.
     *
     * @param toldAt of the change before; null: there was none
     * @param before null: nothing hurries it
     */
    public static Instant dueAt(
            ChangeKind kind,
            Instant seenAt,
            @Nullable Instant toldAt,
            Period every,
            @Nullable Instant before,
            ZoneId zone) {
        if (kind == ChangeKind.WITHDRAW) {
            return seenAt;
        }
        Instant from = toldAt != null && toldAt.isAfter(seenAt) ? toldAt : seenAt;
        Instant due = from.atZone(zone).plus(every).toInstant();
        if (before == null || due.isBefore(before)) {
            return due;
        }
        return before.isBefore(seenAt) ? seenAt : before;
    }

    /** All that was declared is paid, and nothing waits to join. A refused claim is over without it. */
    private static Optional<Difference> withdrawn(
            ClaimState state, List<ClaimLine> told, Map<Long, ClaimLine> now, BuyersPicture buyer) {
        boolean paid = told.stream().allMatch(line -> paid(now.get(line.receivableId()), buyer.tolerance()));
        return paid && state != ClaimState.REFUSED && joined(told, buyer).isEmpty()
                ? Optional.of(new Difference(
                        ChangeKind.WITHDRAW, List.of(), zero(told), "everything that was declared is paid"))
                : Optional.empty();
    }

    private static boolean paid(@Nullable ClaimLine line, BigDecimal tolerance) {
        return line != null && line.amount().compareTo(tolerance) <= 0;
    }

    private static Optional<Difference> joined(List<ClaimLine> told, BuyersPicture buyer) {
        Set<Long> known = new HashSet<>();
        told.forEach(line -> known.add(line.receivableId()));
        List<ChangeLine> fresh = buyer.owed().stream()
                .filter(line -> !known.contains(line.receivableId()))
                .filter(line -> buyer.ripe().contains(line.receivableId()))
                .filter(line -> line.amount().compareTo(buyer.tolerance()) > 0)
                .map(line -> new ChangeLine(line, null))
                .toList();
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(
                        ChangeKind.SUPPLEMENT,
                        fresh,
                        sum(told).add(sum(fresh.stream().map(ChangeLine::now).toList())),
                        fresh.size() + " receivable(s) of the buyer that the claim does not hold yet"));
    }

    /** What is not in the ledger any more (another buyer's, another policy's) says nothing. */
    private static Optional<Difference> changed(
            ClaimState state, List<ClaimLine> told, Map<Long, ClaimLine> now, BigDecimal tolerance) {
        List<ChangeLine> differing = told.stream()
                .filter(line -> differs(line, now.get(line.receivableId())))
                .map(line -> new ChangeLine(now.getOrDefault(line.receivableId(), line), line.amount()))
                .toList();
        Map<Long, ClaimLine> known =
                told.stream().collect(Collectors.toMap(ClaimLine::receivableId, Function.identity()));
        BigDecimal contested = contested(differing, known);
        BigDecimal moved = differing.stream()
                .map(line -> value(line.now())
                        .subtract(value(known.getOrDefault(line.now().receivableId(), line.now())))
                        .abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean large = moved.compareTo(tolerance) > 0 || contested.abs().compareTo(tolerance) > 0;
        // A refusal stands, until what was contested no longer is: then the insurer decides anew.
        if (!large || (state == ClaimState.REFUSED && contested.signum() >= 0)) {
            return Optional.empty();
        }
        BigDecimal after = differing.stream()
                .map(line -> worth(line.now())
                        .subtract(worth(known.getOrDefault(line.now().receivableId(), line.now()))))
                .reduce(sum(told), BigDecimal::add);
        return Optional.of(new Difference(ChangeKind.AMEND, differing, after, words(sum(told), after, contested)));
    }

    private static boolean differs(ClaimLine told, @Nullable ClaimLine now) {
        return now != null
                && (now.amount().compareTo(told.amount()) != 0 || now.disputed().compareTo(told.disputed()) != 0);
    }

    /** By how much more is contested than was told. */
    private static BigDecimal contested(List<ChangeLine> differing, Map<Long, ClaimLine> known) {
        return differing.stream()
                .map(line -> line.now()
                        .disputed()
                        .subtract(known.getOrDefault(line.now().receivableId(), line.now())
                                .disputed()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String words(BigDecimal before, BigDecimal after, BigDecimal contested) {
        String amount = after.compareTo(before) == 0
                ? "the amount stays " + after.toPlainString()
                : "the amount is " + after.toPlainString() + " instead of " + before.toPlainString();
        return contested.signum() == 0
                ? amount
                : amount + ", and " + contested.abs().toPlainString() + (contested.signum() < 0 ? " less" : " more")
                        + " of it is contested";
    }

    /** Its share of the claim's amount: nothing as long as there is no rate. */
    private static BigDecimal worth(ClaimLine line) {
        BigDecimal worth = line.worth();
        return worth == null ? BigDecimal.ZERO : worth;
    }

    /** What is held against the tolerance; without a rate the amount itself. */
    private static BigDecimal value(ClaimLine line) {
        BigDecimal worth = line.worth();
        return worth == null ? line.amount() : worth;
    }

    private static BigDecimal zero(List<ClaimLine> told) {
        return sum(told).subtract(sum(told));
    }

    private static BigDecimal sum(List<ClaimLine> lines) {
        return lines.stream().map(ChangeRules::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
