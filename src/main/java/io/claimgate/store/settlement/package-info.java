/** Insurers' results in the database. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.settlement;
