/**
 * The fault laboratory: partners as processes of their own, faults at every seam, and a checker of the invariants I1 to I9. See
 * {@code docs/laboratory.md}.
 */
package io.claimgate.laboratory;
