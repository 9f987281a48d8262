package io.claimgate.flow.declaration;

/** The whole active configuration as one hash, stamped on every claim. */
@FunctionalInterface
public interface ConfigurationStamp {

    /** SHA-256 in lower case hex. */
    String hash();
}
