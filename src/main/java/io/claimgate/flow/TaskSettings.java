package io.claimgate.flow;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tasks are run.
 *
 * @param workers how many tasks run at once in this process
 * @param poll how often the table is looked at when nothing wakes the runner
 * @param lease how long a task is held without a sign of life of its process
 * @param drain how long a process that is told to end waits for what it has begun; what is not done then is put back
 * @param perPartner how many of them may call the same partner at once, a slow one a third of that while others have work; default three quarters of the workers
 * @param attempts failures for an unexpected reason after which a task is parked
 */
@Validated
@ConfigurationProperties("claimgate.tasks")
public record TaskSettings(
        @DefaultValue("8") @Min(1) @Max(256) int workers,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("20s") Duration drain,
        @Min(1) @Nullable Integer perPartner,
        @DefaultValue("6") @Min(1) int attempts) {

    public TaskSettings {
        if (lease.toMillis() < 1000 || poll.isZero() || poll.isNegative() || drain.isNegative()) {
            throw new IllegalArgumentException(
                    "claimgate.tasks.lease " + lease + " must be a second or more, claimgate.tasks.poll " + poll
                            + " above zero, claimgate.tasks.drain " + drain + " not below it");
        }
    }

    /** Calls to one partner at once; one worker at least is left to the others where there are several. */
    public int callsPerPartner() {
        return perPartner == null ? Math.max(1, workers * 3 / 4) : perPartner;
    }
}
