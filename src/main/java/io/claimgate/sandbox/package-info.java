/** The simulated insurer, the movable clock, the samples. */
@org.jspecify.annotations.NullMarked
package io.claimgate.sandbox;
