package io.claimgate.claim;

import java.time.Instant;

/** A claim that somebody stopped: nothing is sent for it until it is released. */
public record Hold(String by, String reason, Instant since) {}
