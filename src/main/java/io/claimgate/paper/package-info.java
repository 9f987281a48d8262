/** PDF documents of what stands in our own books. */
@org.jspecify.annotations.NullMarked
package io.claimgate.paper;
