/** One file that proves how a claim was handled, to somebody who has nothing but that file. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.evidence;
