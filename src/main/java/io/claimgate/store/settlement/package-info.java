/** What flow.settlement reads and writes. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.settlement;
