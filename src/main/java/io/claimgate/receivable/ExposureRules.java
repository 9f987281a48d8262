package io.claimgate.receivable;

import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.policy.Contract;
import io.claimgate.policy.Limitations;
import java.time.Instant;
import java.util.List;

/**
 * Computes an exposure from its facts: the insurer's ledger, who governs, every clock, what to do next. Pure: the same facts, contract and
 * instant give the same picture. Linear in the number of receivables but for one sort.
 */
public final class ExposureRules {

    private final HolidayCalendars holidays;
    private final Limitations limitations;

    /** Rules that know of no limitation of debts. */
    public ExposureRules(HolidayCalendars holidays) {
        this(holidays, Limitations.NONE);
    }

    public ExposureRules(HolidayCalendars holidays, Limitations limitations) {
        this.holidays = holidays;
        this.limitations = limitations;
    }

    /**
     * The exposure as of an instant; {@code asOf} decides statuses only, facts all count, whatever their date (deadlines.md 21).
     *
     * @throws IllegalArgumentException if a policy names a calendar that there is not
     */
    public ExposurePicture compute(Contract contract, ExposureFacts facts, Instant asOf) {
        return new ExposureComputation(contract, facts, asOf, holidays, limitations).picture();
    }

    /** What the receivables owe by the insurer's ledger, oldest first; deposits and credit notes are none of them. */
    public List<OwedLine> owed(Contract contract, ExposureFacts facts) {
        return new ExposureComputation(contract, facts, Instant.EPOCH, holidays, limitations).owed();
    }
}
