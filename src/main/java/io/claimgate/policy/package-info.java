/** The contract with an insurer as data: terms, cover, deadline rules, versions. */
@org.jspecify.annotations.NullMarked
package io.claimgate.policy;
