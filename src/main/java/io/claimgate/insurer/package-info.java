/** Channels to insurers: rendering, SOAP, outcome classes. */
@org.jspecify.annotations.NullMarked
package io.claimgate.insurer;
