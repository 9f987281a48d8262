/** The declaration of an exposure's loss: states, eligibility, claim key, submissions. */
@org.jspecify.annotations.NullMarked
package io.claimgate.claim;
