package io.claimgate.operations.scenario;

import io.claimgate.deadline.Deadline;
import io.claimgate.money.MissingRate;
import io.claimgate.operations.RequestLanguage;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.receivable.ReceivablePicture;
import io.claimgate.recovery.Loss;
import io.claimgate.recovery.RecoverySplit;
import io.claimgate.scenario.ScenarioOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rules make of a scenario, as contracts.md 6 writes it.
 *
 * @param asOf the day of the statuses
 * @param exposure {@code governedBy}, {@code coverStoppedOn}, and each kind of deadline that the policy has, in camel case; null while it
 *     does not exist
 */
@Schema(name = "ScenarioAnswer")
public record ScenarioAnswer(
        LocalDate asOf,
        String policy,
        String currency,

        @Schema(description = "governedBy, coverStoppedOn, and each kind of the policy's deadlines in camel case")
        Map<String, @Nullable Object> exposure,

        List<OfReceivable> receivables,
        List<ScenarioOutcome.Delivery> deliveries,
        List<Ledger> insurerLedger,
        OfClaim claim,
        List<Share> recoveries,

        @Schema(
                description =
                        "rates that the rules asked for in vain, USD/EUR of 2026-02-02; amounts without one are in no sum")
        List<String> missingRates) {

    /** @param governedBy the invoice whose date it is */
    @Schema(name = "ScenarioDeadline")
    public record Clock(
            @Nullable Long id,
            String kind,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate targetOn,
            @Nullable LocalDate actsOn,
            @Nullable LocalDate safeOn,
            @Nullable LocalDate closesOn,
            String status,
            boolean provisional,
            @Nullable String governedBy,
            BigDecimal amountAtRisk,
            String currency,
            String rule,
            int policyVersion,
            String explanation) {}

    /**
     * @param deadlines what it would give alone
     * @param covered in the cover's basis
     */
    @Schema(name = "ScenarioReceivable")
    public record OfReceivable(String number, String state, List<Clock> deadlines, BigDecimal covered) {}

    /** @param outstanding by the insurer's ledger, after all facts */
    @Schema(name = "ScenarioLedger")
    public record Ledger(String number, BigDecimal outstanding) {}

    /**
     * @param outstanding gross, when recoveries began, else after all facts
     * @param owedBack by how much credit notes after the indemnity lower it
     */
    @Schema(name = "ScenarioClaim")
    public record OfClaim(
            BigDecimal outstanding,
            BigDecimal base,
            BigDecimal indemnity,

            @Schema(description = "BELOW_THRESHOLD, NOT_COVERED, DISPUTED") @Nullable
            String notClaimable,

            BigDecimal owedBack) {}

    @Schema(name = "ScenarioRecovery")
    public record Share(LocalDate date, BigDecimal net, BigDecimal insurer, BigDecimal insured) {}

    static ScenarioAnswer of(ScenarioOutcome outcome, Map<Long, String> labels) {
        Map<Long, BigDecimal> covered =
                outcome.loss().lines().stream().collect(Collectors.toMap(Loss.Line::receivable, Loss.Line::covered));
        return new ScenarioAnswer(
                outcome.asOf(),
                outcome.policy().name(),
                outcome.policy().currency(),
                exposure(outcome, labels),
                outcome.picture().receivables().stream()
                        .map(each -> receivable(each, outcome, labels, covered))
                        .toList(),
                outcome.deliveries(),
                outcome.picture().receivables().stream()
                        .map(each -> new Ledger(label(each.id(), labels), each.outstanding()))
                        .toList(),
                claim(outcome),
                outcome.recoveries().stream().map(ScenarioAnswer::share).toList(),
                outcome.picture().missingRates().stream()
                        .map(MissingRate::toString)
                        .toList());
    }

    /** The clocks of the exposure, what closes first first. */
    public List<Clock> clocks() {
        return exposure.values().stream()
                .filter(Clock.class::isInstance)
                .map(Clock.class::cast)
                .sorted(Comparator.comparing(Clock::closesOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Map<String, @Nullable Object> exposure(ScenarioOutcome outcome, Map<Long, String> labels) {
        Map<String, @Nullable Object> exposure = new LinkedHashMap<>();
        Long governing = outcome.picture().governing();
        exposure.put("governedBy", governing == null ? null : labels.get(governing));
        exposure.put("coverStoppedOn", outcome.picture().cover().firstUncoveredDay());
        for (DeadlineKind kind : outcome.policy().deadlines().keySet()) {
            exposure.put(
                    kind.camelCase(),
                    outcome.picture()
                            .deadline(kind)
                            .map(deadline -> clock(deadline, labels))
                            .orElse(null));
        }
        return exposure;
    }

    private static Clock clock(Deadline deadline, Map<Long, String> labels) {
        return new Clock(
                null,
                deadline.kind().name(),
                deadline.opensOn(),
                deadline.targetOn(),
                deadline.actsOn(),
                deadline.safeOn(),
                deadline.closesOn(),
                deadline.status().name(),
                deadline.provisional(),
                deadline.governedBy() == null ? null : labels.get(deadline.governedBy()),
                deadline.amountAtRisk(),
                deadline.currency(),
                deadline.rule(),
                deadline.policyVersion(),
                deadline.explanation(RequestLanguage.current()));
    }

    private static OfReceivable receivable(
            ReceivablePicture picture,
            ScenarioOutcome outcome,
            Map<Long, String> labels,
            Map<Long, BigDecimal> covered) {
        return new OfReceivable(
                label(picture.id(), labels),
                picture.state().name(),
                outcome.alone().deadlines(picture.id()).stream()
                        .map(deadline -> clock(deadline, labels))
                        .toList(),
                covered.getOrDefault(picture.id(), BigDecimal.ZERO));
    }

    private static OfClaim claim(ScenarioOutcome outcome) {
        Loss loss = outcome.loss();
        return new OfClaim(
                loss.outstanding(),
                loss.base(),
                loss.indemnity(),
                loss.notClaimable() == null ? null : loss.notClaimable().name(),
                outcome.owedBack());
    }

    private static Share share(RecoverySplit.Shared shared) {
        return new Share(shared.recovery().on(), shared.recovery().net(), shared.insurer(), shared.insured());
    }

    private static String label(long receivable, Map<Long, String> labels) {
        return labels.getOrDefault(receivable, String.valueOf(receivable));
    }
}
