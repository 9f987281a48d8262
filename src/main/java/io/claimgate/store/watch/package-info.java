/** What flow.watch reads and writes. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.watch;
