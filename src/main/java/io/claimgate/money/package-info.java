/** Amounts with their currency, rounding and shares; no double touches money. */
@org.jspecify.annotations.NullMarked
package io.claimgate.money;
