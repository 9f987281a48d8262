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
 * @param insurer the simulated insurer
 * @param sftp its SFTP server
 */
@ConfigurationProperties("claimgate.sandbox")
public record SandboxSettings(
        @Nullable Instant clockStart,
        @DefaultValue("15m") Duration clockTimeout,
        @DefaultValue("true") boolean samples,
        @DefaultValue Insurer insurer,
        @DefaultValue Sftp sftp) {

    /**
     * The simulated insurer.
     *
     * @param timeout how long the gateway waits for its answer
     * @param url where it listens; default this process, on the port that it really has
     * @param notifications where it notifies us; default this process, on the port that it really has
     * @param username by which it proves who it is when it notifies us; default random, once for the home
     * @param password the same
     */
    public record Insurer(
            @DefaultValue("2s") Duration timeout,
            @Nullable String url,
            @Nullable String notifications,
            @Nullable String username,
            @Nullable String password) {}

    /**
     * The SFTP server of the simulated insurer, on loopback.
     *
     * @param port where it listens; 0: any free port
     * @param boundPort the port that it really has; told by the sandbox itself
     */
    public record Sftp(
            @DefaultValue("0") int port, @Nullable Integer boundPort) {}
}
