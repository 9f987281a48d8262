/** Recomputation and sweep: one coalesced task per exposure keeps its ledger, deadlines and next action. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.watch;
