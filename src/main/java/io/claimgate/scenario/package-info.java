/** What-if: a policy's rules over facts that somebody typed in, by the very same code as the gateway's own. Nothing is stored. */
@org.jspecify.annotations.NullMarked
package io.claimgate.scenario;
