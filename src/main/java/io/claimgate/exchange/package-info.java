/** Messages to and from partners, and the three kinds of failure. */
@org.jspecify.annotations.NullMarked
package io.claimgate.exchange;
