/** Why a date, as data in no language; {@code deadline.words} makes sentences of it. */
@org.jspecify.annotations.NullMarked
package io.claimgate.deadline.reason;
