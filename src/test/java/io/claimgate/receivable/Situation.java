package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.policy.Contract;
import io.claimgate.policy.Policy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy and what happened under it, as a law meets it. */
record Situation(Policy policy, ExposureFacts facts) {

    ExposurePicture at(Instant instant) {
        return new ExposureRules(Given.HOLIDAYS).compute(Contract.of(policy), facts, instant);
    }

    /**
     * What the watch does: computes at every one of the instants and keeps what it has to keep, which is who was foreclosed.
     *
     * @return with all of that kept
     */
    Situation watched(List<Instant> instants) {
        Situation now = this;
        for (Instant instant : instants) {
            now = now.keeping(now.at(instant));
        }
        return now;
    }

    Situation keeping(ExposurePicture picture) {
        Set<Long> foreclosed = new HashSet<>(picture.newlyForeclosed());
        return with(facts.receivables().stream()
                .map(receivable -> foreclosed.contains(receivable.id()) ? Copies.foreclosed(receivable) : receivable)
                .toList());
    }

    Situation with(List<ReceivableFacts> receivables) {
        return new Situation(
                policy,
                new ExposureFacts(
                        receivables, facts.payments(), facts.events(), facts.limits(), facts.mode(), facts.claim()));
    }

    Situation with(List<PaymentFacts> payments, PaymentsMode mode) {
        return new Situation(
                policy,
                new ExposureFacts(facts.receivables(), payments, facts.events(), facts.limits(), mode, facts.claim()));
    }

    /** Fails with the fields that differ, where the whole pictures would fill the screen. */
    static void same(ExposurePicture one, ExposurePicture other) {
        if (!one.equals(other)) {
            assertThat(one).usingRecursiveComparison().isEqualTo(other);
            throw new AssertionError(one + " is not " + other);
        }
    }

    /** What a failed law shows: short enough to be read. */
    @Override
    public String toString() {
        String rules = policy.deadlines().values().stream()
                .map(rule -> "\n  " + rule.kind() + ": opens " + text(rule.opens()) + ", target " + text(rule.target())
                        + ", closes " + text(rule.closes()) + ", lead " + rule.leadBusinessDays() + ", "
                        + rule.opening() + ", " + rule.roll() + ", " + rule.calendars())
                .collect(Collectors.joining());
        return policy.dayEnd() + " " + policy.calendars() + " warnings " + policy.warnings() + " cutoff "
                + policy.monthEndCutoff() + " consent " + policy.consent() + " tolerance "
                + policy.cover().tolerance() + " " + facts.mode() + rules + lines(facts.receivables())
                + lines(facts.payments()) + lines(facts.events()) + "\n  " + facts.claim();
    }

    private static String text(io.claimgate.policy.Term term) {
        return term == null ? "-" : term.text();
    }

    private static String lines(List<?> facts) {
        return facts.stream().map(fact -> "\n  " + fact).collect(Collectors.joining());
    }
}
