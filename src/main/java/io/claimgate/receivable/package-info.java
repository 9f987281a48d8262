/** Buyers, receivables, the insurer's ledger, exposures: which receivable decides, and what comes next. */
@org.jspecify.annotations.NullMarked
package io.claimgate.receivable;
