/** The gateways that share one database: who is there, and whether all judge by the same configuration. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.gateway;
