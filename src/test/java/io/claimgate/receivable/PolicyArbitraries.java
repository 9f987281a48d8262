package io.claimgate.receivable;

import io.claimgate.calendar.DayEnd;
import io.claimgate.calendar.DayRange;
import io.claimgate.policy.ChangeTerms;
import io.claimgate.policy.Cover;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.DeclareTerms;
import io.claimgate.policy.DocumentTerms;
import io.claimgate.policy.LossTerms;
import io.claimgate.policy.MonthEndCutoff;
import io.claimgate.policy.Policy;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies as insurers might write them, and some that none would. */
final class PolicyArbitraries {

    private PolicyArbitraries() {}

    static Arbitrary<Policy> policies() {
        return Combinators.combine(
                        RuleArbitraries.deadlines(),
                        RuleArbitraries.consent(),
                        dayEnds(),
                        calendars(),
                        warnings(),
                        cutoffs(),
                        Arbitraries.of("0", "0", "5", "50"),
                        Arbitraries.of(DeclareTerms.Mode.class))
                .as((deadlines, consent, dayEnd, calendars, warnings, cutoff, tolerance, mode) -> policy(
                        deadlines,
                        consent.filter(with -> deadlines.containsKey(DeadlineKind.DECLARATION))
                                .map(term -> Map.of(DeadlineKind.DECLARATION, term))
                                .orElse(Map.of()),
                        dayEnd,
                        calendars,
                        warnings,
                        cutoff,
                        new BigDecimal(tolerance),
                        mode));
    }

    static Arbitrary<DayEnd> dayEnds() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Paris",
                        "UTC",
                        "America/New_York",
                        "Pacific/Auckland",
                        "America/Santiago",
                        "Australia/Lord_Howe",
                        "Pacific/Kiritimati")
                .map(ZoneId::of);
        Arbitrary<Optional<LocalTime>> cutOffs =
                Arbitraries.of("12:00", "17:30", "02:30").map(LocalTime::parse).optional(0.3);
        return Combinators.combine(zones, cutOffs).as((zone, cutOff) -> new DayEnd(zone, cutOff.orElse(null)));
    }

    static Arbitrary<List<String>> calendars() {
        return Arbitraries.of("FR", "BE", "DE", "US", "NZ")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Integer>> warnings() {
        return Arbitraries.of(List.of(15, 7, 3, 1, 0), List.of(30, 10), List.of(0), List.of());
    }

    private static Arbitrary<Optional<MonthEndCutoff>> cutoffs() {
        return Combinators.combine(
                        Arbitraries.integers().between(15, 31),
                        Arbitraries.integers().between(1, 31))
                .as(MonthEndCutoff::new)
                .optional(0.2);
    }

    private static Policy policy(
            SortedMap<DeadlineKind, DeadlineRule> deadlines,
            Map<DeadlineKind, io.claimgate.policy.Term> consent,
            DayEnd dayEnd,
            List<String> calendars,
            List<Integer> warnings,
            Optional<MonthEndCutoff> cutoff,
            BigDecimal tolerance,
            DeclareTerms.Mode mode) {
        Cover cover = new Cover(
                BigDecimal.valueOf(90),
                Cover.Basis.GROSS,
                new Cover.Threshold(BigDecimal.ZERO, Cover.Basis.GROSS, Cover.Scope.BUYER),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Cover.DEFAULT_ORDER,
                Cover.WithoutLimit.COVERED,
                tolerance);
        return new Policy(
                "LAWS",
                null,
                "sandbox",
                List.of("C"),
                List.of(),
                "EUR",
                dayEnd,
                calendars,
                DayRange.ALWAYS,
                cover,
                new LossTerms(
                        Cover.Basis.GROSS, LossTerms.FxDate.INVOICE_DATE, LossTerms.RecoveryFrom.DATE_OF_LOSS, null),
                warnings,
                deadlines,
                cutoff.orElse(null),
                consent,
                List.of(),
                DocumentTerms.NONE,
                new DeclareTerms(
                        mode,
                        DeclareTerms.OnSafeDate.ESCALATE,
                        DeclareTerms.DailyCap.UNLIMITED,
                        DeclareTerms.Guards.OFF),
                ChangeTerms.usual(mode),
                "0");
    }
}
