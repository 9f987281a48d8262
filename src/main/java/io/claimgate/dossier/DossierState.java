package io.claimgate.dossier;

/** Where a claim's file stands. */
public enum DossierState {
    /** Something is missing. */
    OPEN,
    /** Everything that is needed is here; the insurer may not have all of it yet. */
    COMPLETE,
    /** The insurer has all of it and says so. */
    RECEIVED
}
