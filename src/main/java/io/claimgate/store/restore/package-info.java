/** The journal of what left, restores in the database, backups of the home. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.restore;
