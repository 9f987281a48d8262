/** From a drafted claim to the insurer's answer, exactly once. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.declaration;
