package io.claimgate.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox.
 *
 * @param clockStart where business time begins in an empty home; default now
 * @param clockTimeout how long one move of the clock may take
 * @param samples whether an empty home gets sample files
 */
@ConfigurationProperties("claimgate.sandbox")
public record SandboxSettings(
        @Nullable Instant clockStart,
        @DefaultValue("15m") Duration clockTimeout,
        @DefaultValue("true") boolean samples) {}
