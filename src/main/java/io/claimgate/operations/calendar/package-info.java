/** The deadlines as a calendar that Thunderbird, Outlook and Google read (RFC 5545). */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.calendar;
