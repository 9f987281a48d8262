package io.claimgate.flow.guard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The guards that no policy sets.
 *
 * @param clockStep how far business time may move between two looks at it (half a minute apart, a stop of the gateway apart) before the
 *     machine's own declarations wait for a person; longer than the longest stop that is nothing special
 * @param requestsExpire how long, in business time, a request waits for a second person
 */
@Validated
@ConfigurationProperties("claimgate.guards")
public record GuardSettings(
        @DefaultValue("4d") Duration clockStep,
        @DefaultValue("3d") Duration requestsExpire) {

    public static final GuardSettings DEFAULT = new GuardSettings(Duration.ofDays(4), Duration.ofDays(3));

    public GuardSettings {
        if (clockStep.toMinutes() < 10 || requestsExpire.toMinutes() < 10) {
            throw new IllegalArgumentException("claimgate.guards.clock-step " + clockStep
                    + " and claimgate.guards.requests-expire " + requestsExpire + " must be ten minutes or more");
        }
    }
}
