/** Claims, submissions, messages, pauses and daily releases in the database. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.claim;
