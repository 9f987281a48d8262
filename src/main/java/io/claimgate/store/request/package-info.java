/** What waits for a second person. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.request;
