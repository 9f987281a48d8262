package io.claimgate.flow;

/** The kinds of task that another room than their own arms. What a kind's ref is, its handler says. */
public final class TaskKinds {

    /** Gets a claim declared; its ref is the claim key. */
    public static final String CLAIM = "claim";

    /** Watches one exposure of a buyer; its ref is the exposure's id. */
    public static final String EXPOSURE = "exposure";

    /** Looks whether a claim's evidence is there and sends what is; its ref is the claim key. */
    public static final String DOSSIER = "dossier";

    /** Carries out one sending of documents; its ref is the submission's id. */
    public static final String TRANSFER = "transfer";

    /** Applies what the insurer told of a claim; its ref is the claim key. */
    public static final String RESULTS = "results";

    /** Reads an insurer's list of results; its ref is the insurer. */
    public static final String LISTED_RESULTS = "insurer-results";

    /** Brings a restored database up to what left; its ref is the restore's id. */
    public static final String RESTORE = "restore";

    private TaskKinds() {}
}
