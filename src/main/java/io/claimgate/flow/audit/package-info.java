/**
 * The sealed history: events go into signed blocks of a hash chain, the head of the chain is anchored outside of the database, and anybody
 * can verify all of it.
 */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.audit;
