package io.claimgate.operations.calendar;

import java.util.List;

/** On which days before a safe date a policy warns. */
public interface WarningSteps {

    /** Days before the safe date, 0 for the day itself; only the day itself for a policy that is not there any more. */
    List<Integer> of(String policy);
}
