package io.claimgate.flow.gateway;

import java.time.Instant;

/**
 * One process at work on the database.
 *
 * @param name as it stands in leases
 * @param version of the program
 * @param configuration hash of the whole active configuration
 * @param startedAt system time
 */
public record Gateway(String name, String version, String configuration, Instant startedAt) {}
