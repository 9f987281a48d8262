/** What comes of a claim: the insurer's results, indemnities, recoveries and how they are shared. */
@org.jspecify.annotations.NullMarked
package io.claimgate.recovery;
