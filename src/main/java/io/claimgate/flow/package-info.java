/** The use cases, and the ports that they need: clocks, tasks, events, vault, alerts. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow;
