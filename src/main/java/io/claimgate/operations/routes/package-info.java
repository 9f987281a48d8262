/** Camel routes as people see them: state, figures, start and stop. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.routes;
