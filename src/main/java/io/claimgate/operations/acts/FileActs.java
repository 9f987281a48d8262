package io.claimgate.operations.acts;

/** What a person decides about a file that a guard stopped. Each throws {@link io.claimgate.operations.ApiProblem} if it does not wait. */
public interface FileActs {

    /** Applies it. */
    void release(long fileId, String actor);

    /** Takes nothing of it. */
    void refuse(long fileId, String reason, String actor);
}
