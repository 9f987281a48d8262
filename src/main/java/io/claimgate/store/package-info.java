/** SQL, one class per aggregate; the vault; the dialects. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store;
