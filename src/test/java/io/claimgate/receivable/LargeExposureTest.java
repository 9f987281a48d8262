package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeExposureTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void an_exposure_of_100_000_receivables_and_1_000_payments_is_linear() {
        // Given
        ExposureFacts small = exposure(10_000, 100);
        ExposureFacts large = exposure(100_000, 1_000);
        Given policy = Given.deadlines(Given.TWO_TO_FOUR_MONTHS);
        millis(policy, small);
        // When
        long tenth = Math.max(20, Math.min(millis(policy, small), millis(policy, small)));
        long whole = Math.min(millis(policy, large), millis(policy, large));
        // Then: ten times the work, three times over for a noisy machine; quadratic would be a hundred times
        assertThat(whole).isLessThan(tenth * 30);
    }

    private static long millis(Given policy, ExposureFacts facts) {
        // Processor time of this thread: what others do on the machine, and the collector, does not count.
        long start = THREADS.getCurrentThreadCpuTime();
        ExposurePicture picture = new ExposureRules(Given.HOLIDAYS)
                .compute(policy.contract, facts, Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(picture.outstanding()).isPositive();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
    }

    private static ExposureFacts exposure(int size, int paid) {
        List<ReceivableFacts> receivables = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            LocalDate issued = LocalDate.of(2026, 1, 1).plusDays((i * 7L) % 150);
            BigDecimal gross = BigDecimal.valueOf(1000 + i % 977, 2);
            receivables.add(new ReceivableFacts(
                    i,
                    "R" + i,
                    1,
                    "380",
                    issued,
                    issued.plusDays(30),
                    null,
                    null,
                    "EUR",
                    gross,
                    null,
                    BigDecimal.ZERO,
                    null,
                    false,
                    null));
        }
        List<PaymentFacts> payments = new ArrayList<>();
        for (int i = 0; i < paid; i++) {
            payments.add(new PaymentFacts(
                    i,
                    "p" + i,
                    LocalDate.of(2026, 2, 1).plusDays(i % 100),
                    BigDecimal.valueOf(5000, 2),
                    "EUR",
                    null,
                    null,
                    null,
                    false));
        }
        return new ExposureFacts(receivables, payments, List.of(), List.of(), PaymentsMode.EXPLICIT, null);
    }
}
