package io.claimgate.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the insurer covers; amounts in the policy's currency.
 *
 * @param insuredPercentage of a hundred
 * @param basis what the indemnity is computed on
 * @param order in which the steps run on the base
 * @param withoutLimit whether a delivery counts as covered while no limit is known
 * @param tolerance residuals up to this govern nothing
 */
public record Cover(
        BigDecimal insuredPercentage,
        Basis basis,
        Threshold threshold,
        BigDecimal deductible,
        BigDecimal aggregateFirstLoss,
        List<Step> order,
        WithoutLimit withoutLimit,
        BigDecimal tolerance) {

    public static final List<Step> DEFAULT_ORDER =
            List.of(Step.THRESHOLD, Step.INSURED_PERCENTAGE, Step.DEDUCTIBLE, Step.AGGREGATE_FIRST_LOSS);

    public Cover {
        order = List.copyOf(order);
    }

    public enum Basis {
        NET,
        GROSS
    }

    public enum Step {
        THRESHOLD,
        INSURED_PERCENTAGE,
        DEDUCTIBLE,
        AGGREGATE_FIRST_LOSS
    }

    public enum WithoutLimit {
        COVERED,
        UNCOVERED
    }

    public enum Scope {
        BUYER,
        RECEIVABLE
    }

    /** A loss up to and including the amount is not claimable; an amount of 0 asks for a loss above nothing. */
    public record Threshold(BigDecimal amount, Basis basis, Scope scope) {}
}
