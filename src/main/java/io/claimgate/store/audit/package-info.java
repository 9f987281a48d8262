/** The sealed chain in the database, its anchor and its keys in the file system. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.audit;
