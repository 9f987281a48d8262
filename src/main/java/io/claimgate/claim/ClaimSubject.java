package io.claimgate.claim;

/** Whose loss it is, under which contract, and at which insurer. */
public record ClaimSubject(
        String contract,
        String policy,
        int policyVersion,
        String insurer,
        String creditor,
        long buyerId,
        long exposureId,
        int episode,
        long governing) {}
