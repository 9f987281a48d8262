package io.claimgate.claim;

/** What an insurer can be told of a claim that it has; each is an operation of its own. */
public enum ChangeKind {
    /** Receivables that join the claim. */
    SUPPLEMENT,
    /** Receivables of the claim owe, or contest, another amount than it was told. */
    AMEND,
    /** The claim is taken back: all of it is paid, or a person says so. */
    WITHDRAW
}
