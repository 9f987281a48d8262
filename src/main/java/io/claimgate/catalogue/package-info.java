/** Reads routes, mappings, policies and schemas, and explains every fault in them. */
@org.jspecify.annotations.NullMarked
package io.claimgate.catalogue;
