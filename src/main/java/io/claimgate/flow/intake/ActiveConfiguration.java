package io.claimgate.flow.intake;

/** The hash of all active mappings, policies, routes and schemas, stamped on every file. */
@FunctionalInterface
public interface ActiveConfiguration {

    /** SHA-256, lower case hex. */
    String hash();
}
