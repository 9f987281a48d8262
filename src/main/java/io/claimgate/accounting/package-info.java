/** Balanced entries made from an insurer's results. */
@org.jspecify.annotations.NullMarked
package io.claimgate.accounting;
