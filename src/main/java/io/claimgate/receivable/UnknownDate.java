package io.claimgate.receivable;

import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.FactAnchor;

/** A clock of an open receivable that nobody can compute, because the row lacks a fact: an alert at once. */
public record UnknownDate(long receivableId, DeadlineKind kind, FactAnchor missing) {}
