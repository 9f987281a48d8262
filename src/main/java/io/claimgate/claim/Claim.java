package io.claimgate.claim;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of an exposure's loss.
 *
 * @param amount the buyer's whole outstanding, in minor units of {@code currency}
 * @param cause PROTRACTED_DEFAULT or INSOLVENCY
 * @param requestedBy who wanted it; may not approve it
 * @param release null until it may leave for the insurer
 * @param declaredAt the insurer's receipt stamp, else our completed positive answer
 * @param version of the stored row that this came from
 */
public record Claim(
        ClaimKey key,
        ClaimSubject subject,
        ClaimWindow window,
        ReleaseRule rule,
        BigDecimal amount,
        String currency,
        String cause,
        String requestedBy,
        Instant draftedAt,
        String configHash,
        ClaimState state,
        @Nullable Hold hold,
        @Nullable Release release,
        @Nullable ManualDeclaration manual,
        @Nullable Instant declaredAt,
        @Nullable String insurerClaimNumber,
        long version) {

    /** Nothing may leave for the insurer before somebody lets it. */
    public Claim awaitingApproval() {
        return to(ClaimState.AWAITING_APPROVAL, hold, null, manual, null, null);
    }

    /** It may leave for the insurer. */
    public Claim released(Release by) {
        ClaimState next = state == ClaimState.AWAITING_APPROVAL ? ClaimState.DRAFT : state;
        return next == state
                ? with(state, hold, by, manual, declaredAt, insurerClaimNumber)
                : to(next, hold, by, manual, declaredAt, insurerClaimNumber);
    }

    /** A submission exists. */
    public Claim declaring() {
        return to(ClaimState.DECLARING, hold, release, manual, null, null);
    }

    /** The insurer has it. */
    public Claim declared(@Nullable String reference, Instant at) {
        return to(ClaimState.DECLARED, hold, release, manual, at, reference);
    }

    /** Two persons say that it was filed by hand. */
    public Claim declaredByHand(ManualDeclaration declaration) {
        return to(ClaimState.DECLARED, null, release, declaration, declaration.at(), declaration.reference());
    }

    /** The insurer did not take the message: back, and a person looks at it. */
    public Claim rejected(Hold by) {
        return to(ClaimState.DRAFT, by, release, manual, null, null);
    }

    /** Not wanted any more; that it was declared stays true. */
    public Claim withdrawn() {
        return to(ClaimState.WITHDRAWN, null, release, manual, declaredAt, insurerClaimNumber);
    }

    /** The close passed without an acceptance. */
    public Claim foreclosed() {
        return to(ClaimState.FORECLOSED, hold, release, manual, null, null);
    }

    /** What the insurer said or paid brought it there; its declaration stays what it was. */
    public Claim settled(ClaimState next) {
        return to(next, hold, release, manual, declaredAt, insurerClaimNumber);
    }

    /** The insurer knows it with another amount now. */
    public Claim amounting(BigDecimal now) {
        return new Claim(
                key,
                subject,
                window,
                rule,
                now,
                currency,
                cause,
                requestedBy,
                draftedAt,
                configHash,
                state,
                hold,
                release,
                manual,
                declaredAt,
                insurerClaimNumber,
                version);
    }

    public Claim held(Hold by) {
        return with(state, by, release, manual, declaredAt, insurerClaimNumber);
    }

    /** Nobody holds it any more; what one person alone said about a filing by hand is void. */
    public Claim unheld() {
        return with(state, null, release, null, declaredAt, insurerClaimNumber);
    }

    public Claim manually(ManualDeclaration declaration) {
        return with(state, hold, release, declaration, declaredAt, insurerClaimNumber);
    }

    private Claim to(
            ClaimState next,
            @Nullable Hold nextHold,
            @Nullable Release nextRelease,
            @Nullable ManualDeclaration nextManual,
            @Nullable Instant at,
            @Nullable String reference) {
        if (!state.allows(next)) {
            throw new IllegalStateException("claim " + key + " is " + state + ": it cannot become " + next);
        }
        return with(next, nextHold, nextRelease, nextManual, at, reference);
    }

    private Claim with(
            ClaimState next,
            @Nullable Hold nextHold,
            @Nullable Release nextRelease,
            @Nullable ManualDeclaration nextManual,
            @Nullable Instant at,
            @Nullable String reference) {
        return new Claim(
                key,
                subject,
                window,
                rule,
                amount,
                currency,
                cause,
                requestedBy,
                draftedAt,
                configHash,
                next,
                nextHold,
                nextRelease,
                nextManual,
                at,
                reference,
                version);
    }
}
