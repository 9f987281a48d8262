/** The pages of the console. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.console;
