package io.claimgate.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an insurer is reached: {@code mappings/insurers/<insurer>/insurer.yaml}.
 *
 * @param insurer the folder's name
 * @param settleTime how long after a call the insurer may still be at it
 * @param idempotentByClaimKey whether it takes the same claim key with the same content once only
 * @param outcomes what its failures mean
 */
public record InsurerProfile(
        String insurer,
        Soap soap,
        Timeouts timeouts,
        Duration settleTime,
        boolean idempotentByClaimKey,
        OutcomeTable outcomes) {

    /**
     * Its SOAP service.
     *
     * @param wsdl path below the configuration, {@code schemas/insurer/claims.wsdl}
     * @param namespace of service and port
     * @param address where it listens; may hold {@code {{a.setting}}}, resolved at each call
     * @param declare the operation that takes a claim
     * @param query the operation that says whether it has one; null where there is none
     */
    public record Soap(
            String wsdl,
            String namespace,
            String service,
            String port,
            String address,
            String declare,
            @Nullable String query) {}

    /**
     * How long is waited, in system time.
     *
     * @param outer for the whole call; a receive timeout does not cover a blocked upload
     */
    public record Timeouts(Duration connect, Duration receive, Duration outer) {}
}
