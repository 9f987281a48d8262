package io.claimgate.flow.declaration;

import io.claimgate.claim.ReleaseRule.DailyCap;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the machine let go by itself, per policy and day. */
public interface DailyReleases {

    /** Counts one more, unless it would go beyond the cap; exact however many ask at once. Joins the caller's transaction. */
    boolean take(String policy, LocalDate day, BigDecimal amount, DailyCap cap);
}
