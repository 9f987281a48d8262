/**
 * The oracle outside the gateway: compares what was dropped, what the partners wrote into their own ledgers and what the gateway says of
 * itself, and answers with a list of violations of the invariants I1 to I9.
 */
package io.claimgate.laboratory.checker;
