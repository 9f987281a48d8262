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
    private static final Set<ClaimState> UNDER_EXAMINATION =
            Set.of(DECLARED, ACKNOWLEDGED, INFORMATION_REQUESTED, UNDER_REVIEW, ACCEPTED, PARTIALLY_ACCEPTED, REFUSED);
    private static final Set<ClaimState> PAID = Set.of(INDEMNIFIED, RECOVERING);

    /** Whether the machine still works at getting it declared. */
    public boolean undeclared() {
        return UNDECLARED.contains(this);
    }

    /** Whether the insurer has it, or had it until it was closed. */
    public boolean atInsurer() {
        return UNDER_EXAMINATION.contains(this) || PAID.contains(this) || this == CLOSED;
    }

    /**
     * Whether {@code next} may follow. What is at the insurer is withdrawn by a message to it, until it has paid. The insurer's words may skip states and come back to earlier ones (it reviews again, it changes its
     * decision), but not behind the declaration, and not before its own payment.
     */
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
            case DECLARED, ACKNOWLEDGED, INFORMATION_REQUESTED, UNDER_REVIEW, ACCEPTED, PARTIALLY_ACCEPTED, REFUSED ->
                next == WITHDRAWN || next != this && next != DECLARED && next.atInsurer();
            case INDEMNIFIED, RECOVERING -> next != this && (PAID.contains(next) || next == CLOSED);
            // Late money.
            case CLOSED -> next != DECLARED && (PAID.contains(next) || UNDER_EXAMINATION.contains(next));
            case WITHDRAWN -> false;
        };
    }
}
