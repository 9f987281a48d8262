/** REST, console, security, metrics, route control; reads through SQL views. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations;
