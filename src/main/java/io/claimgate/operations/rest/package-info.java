/** The REST API of contract 6. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.rest;
