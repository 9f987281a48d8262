package io.claimgate.scenario;

import io.claimgate.policy.Policy;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.recovery.Loss;
import io.claimgate.recovery.RecoverySplit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a policy's rules make of a scenario.
 *
 * @param asOf the day of the statuses
 * @param policy whose terms govern
 * @param picture the exposure
 * @param alone the clocks that each receivable would give without the others
 * @param deliveries by day: whether a delivery would be insured
 * @param loss what the policy pays, of the outstanding when recoveries began, else after all facts
 * @param owedBack by how much credit notes after the indemnity lower it
 * @param recoveries in the order of their days, with their shares
 */
public record ScenarioOutcome(
        LocalDate asOf,
        Policy policy,
        ExposurePicture picture,
        Alone alone,
        List<Delivery> deliveries,
        Loss loss,
        BigDecimal owedBack,
        List<RecoverySplit.Shared> recoveries) {

    /** @param covered while no cover stop, claim or insolvency forbids it, and a limit stands */
    public record Delivery(LocalDate date, boolean covered) {}
}
