package io.claimgate.flow.declaration;

/** What declaring reads and writes. */
public record Books(
        ClaimStore claims, SubmissionStore submissions, MessageLog messages, Pauses pauses, DailyReleases releases) {}
