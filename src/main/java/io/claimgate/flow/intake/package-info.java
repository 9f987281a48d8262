/** What happens to a file: take, stage, decide, apply, answer. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.intake;
