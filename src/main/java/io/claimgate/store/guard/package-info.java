/** Guards' cases, what they are judged by, and when business time was last seen. */
@org.jspecify.annotations.NullMarked
package io.claimgate.store.guard;
