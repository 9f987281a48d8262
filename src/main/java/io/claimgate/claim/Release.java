package io.claimgate.claim;

import java.time.LocalDate;

/**
 * That a claim may leave for the insurer.
 *
 * @param on the day in the policy's zone
 * @param by the machine, or the approver's account
 */
public record Release(LocalDate on, String by) {}
