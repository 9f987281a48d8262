/** Figures for Prometheus, rolled up from the database. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.metrics;
