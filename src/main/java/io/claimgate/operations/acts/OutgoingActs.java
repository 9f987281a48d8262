package io.claimgate.operations.acts;

/** Stops and resumes what goes to insurers. */
public interface OutgoingActs {

    /**
     * Sends nothing any more.
     *
     * @param scope ALL, INSURER or CREDITOR
     * @param name the insurer or creditor; {@code *} for ALL
     */
    void pause(String scope, String name, String reason, String actor);

    /** Sends again. */
    void resume(String scope, String name, String actor);
}
