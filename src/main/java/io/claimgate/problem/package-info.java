/** What can be wrong with what somebody gave us: one catalogue of codes, each fault with its value, place and mend. */
@org.jspecify.annotations.NullMarked
package io.claimgate.problem;
