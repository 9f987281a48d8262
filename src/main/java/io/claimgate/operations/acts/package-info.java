/** What people set going from outside: thin hands between a click or a call and the flow that does it. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.acts;
