package io.claimgate.receivable;

import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.policy.Contract;
import java.time.Instant;

/** Computes an exposure from its facts: the ledger, who governs, every clock, what to do next. */
public final class ExposureRules {

    private final HolidayCalendars holidays;

    public ExposureRules(HolidayCalendars holidays) {
        this.holidays = holidays;
    }

    /** The exposure as of an instant; {@code asOf} decides statuses only, facts all count (deadlines.md 21). */
    public ExposurePicture compute(Contract contract, ExposureFacts facts, Instant asOf) {
        throw new UnsupportedOperationException("next commit " + holidays);
    }
}
