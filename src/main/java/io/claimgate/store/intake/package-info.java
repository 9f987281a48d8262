/** The intake's tables: files, faults, staging, and the set-based statements that bring rows into the books. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.intake;
