/** Spring Boot main, settings, clocks, security, wiring. */
@org.jspecify.annotations.NullMarked
package io.claimgate.app;
