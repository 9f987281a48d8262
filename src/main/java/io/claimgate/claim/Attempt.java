package io.claimgate.claim;

import java.time.Instant;

/**
 * What stays the same through a submission's life.
 *
 * @param id its row
 * @param number from 1; a new one only after a rejection, with a new rendering
 * @param payload SHA-256 of the rendered bytes: a resend sends these
 * @param intentAt business time; committed before the first byte
 */
public record Attempt(long id, ClaimKey claim, int number, String payload, Instant intentAt) {}
