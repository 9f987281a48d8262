package io.claimgate.flow.request;

/** What is done once a second person has confirmed it. All calls join the transaction of the decision. */
public interface RequestedAct {

    RequestKind kind();

    /**
     * Does it.
     *
     * @param confirmer the second person
     * @throws io.claimgate.flow.ActRefused if it cannot be done any more; then the request goes on waiting
     */
    void carryOut(Request request, String confirmer);

    /** It was refused, or expired: whatever waited for it goes on. */
    default void given(Request up, String actor) {}
}
