/** The insurer's results: taken in once, applied in order, turned into money. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.settlement;
