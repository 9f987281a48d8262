/** Dated clocks: how a rule and its anchors become a date, and why this date. */
@org.jspecify.annotations.NullMarked
package io.claimgate.deadline;
