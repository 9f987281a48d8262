package io.claimgate.flow.declaration;

import io.claimgate.claim.Sent;

/**
 * A question to an insurer.
 *
 * @param terms whom
 * @param at when it was put
 */
record Asked(InsurerChannel.Terms terms, Sent at) {}
