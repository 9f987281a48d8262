package io.claimgate.claim;

import java.util.Set;

/** Where a claim stands. {@code held} is a flag beside it, not a state. */
public enum ClaimState {
    DRAFT,
    AWAITING_APPROVAL,
    /** A submission is under way, or its outcome is unknown. */
    DECLARING,
    DECLARED,
    ACKNOWLEDGED,
    INFORMATION_REQUESTED,
    UNDER_REVIEW,
    ACCEPTED,
    PARTIALLY_ACCEPTED,
    /** By the insurer's decision; a message that the insurer did not take is a submission REJECTED instead. */
    REFUSED,
    INDEMNIFIED,
    RECOVERING,
    CLOSED,
    WITHDRAWN,
    FORECLOSED;

    private static final Set<ClaimState> UNDECLARED = Set.of(DRAFT, AWAITING_APPROVAL, DECLARING);

    /** Whether the machine still works at getting it declared. */
    public boolean undeclared() {
        return UNDECLARED.contains(this);
    }

    /** Whether {@code next} may follow on the way to the insurer's acceptance; what comes after it is another story's. */
    public boolean allows(ClaimState next) {
        return switch (this) {
            case DRAFT ->
                next == AWAITING_APPROVAL
                        || next == DECLARING
                        || next == DECLARED
                        || next == WITHDRAWN
                        || next == FORECLOSED;
            case AWAITING_APPROVAL -> next == DRAFT || next == DECLARED || next == WITHDRAWN || next == FORECLOSED;
            case DECLARING -> next == DRAFT || next == DECLARED || next == WITHDRAWN || next == FORECLOSED;
            // Late proof that the insurer received in time, or two persons.
            case FORECLOSED -> next == DECLARED;
            default -> false;
        };
    }
}
