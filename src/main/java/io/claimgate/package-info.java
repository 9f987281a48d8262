/** Claimgate: the gateway between ERP systems and credit insurers. */
@org.jspecify.annotations.NullMarked
package io.claimgate;
