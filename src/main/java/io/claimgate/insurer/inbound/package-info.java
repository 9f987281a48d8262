/** Our notifications: who calls, what is let in, and what callers are told. */
@org.jspecify.annotations.NullMarked
package io.claimgate.insurer.inbound;
