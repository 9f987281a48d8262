package io.claimgate.flow.declaration;

import io.claimgate.flow.MessageLog;

/** What declaring reads and writes. */
public record Books(
        ClaimStore claims,
        SubmissionStore submissions,
        ChangeStore changes,
        MessageLog messages,
        Pauses pauses,
        DailyReleases releases) {}
