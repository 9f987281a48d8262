package io.claimgate.flow;

import java.time.Instant;

/**
 * A task that this process holds: it may act on it until its lease ends, and the database refuses it afterwards (fence).
 *
 * @param kind which handler does it
 * @param ref what it is about; unique together with the kind
 * @param creditor whose it is
 * @param dueAt business time from which it may run
 * @param closeAt business time at which it is too late: what closes first goes first, no retry sleeps past it
 * @param attempts how often it failed before
 * @param unexpected how many of these failures nobody expected
 * @param owner the process that holds it
 * @param fence rises with every claim of the task
 */
public record Task(
        long id,
        String kind,
        String ref,
        String creditor,
        Instant dueAt,
        Instant closeAt,
        int attempts,
        int unexpected,
        String owner,
        long fence) {}
