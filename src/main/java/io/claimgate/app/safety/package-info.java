/** What a gateway must not start with: one named rule for each unsafe setting. */
@org.jspecify.annotations.NullMarked
package io.claimgate.app.safety;
