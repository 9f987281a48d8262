/** Postings, files for ERPs and holds on supply in SQL. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.bookkeeping;
