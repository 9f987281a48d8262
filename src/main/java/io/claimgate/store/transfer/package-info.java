/** Dossiers, documents and their transfers as rows. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.transfer;
