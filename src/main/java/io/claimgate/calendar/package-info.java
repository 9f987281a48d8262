/** Periods, public holidays, business days: how a date is moved. */
@org.jspecify.annotations.NullMarked
package io.claimgate.calendar;
