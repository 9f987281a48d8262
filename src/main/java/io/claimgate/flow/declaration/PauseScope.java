package io.claimgate.flow.declaration;

/** What an outgoing pause stops. */
public enum PauseScope {
    ALL,
    INSURER,
    CREDITOR
}
