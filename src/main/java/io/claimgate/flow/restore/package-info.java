/** Notices that the database is older than what left, and brings it up to it before anything leaves again. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.restore;
