package io.claimgate.deadline.reason;

import org.jspecify.annotations.Nullable;

/**
 * How a rule's last day is made, before any roll.
 *
 * @param ground what took the place of the rule's own term; null where nothing did
 */
public record Close(Derivation how, @Nullable Ground ground) {}
