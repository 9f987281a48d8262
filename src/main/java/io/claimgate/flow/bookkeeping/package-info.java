/** Postings: made once, written once, confirmed by the ERP. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.bookkeeping;
