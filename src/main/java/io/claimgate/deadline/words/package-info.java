/** Reasons in plain words; one class for each language. */
@org.jspecify.annotations.NullMarked
package io.claimgate.deadline.words;
