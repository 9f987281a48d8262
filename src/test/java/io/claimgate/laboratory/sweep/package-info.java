/**
 * The N-th operation sweep: the whole gateway in one JVM, driven by one thread, whose N-th operation on the outside (a statement, a commit, a
 * call of the insurer, a file) fails, is the last one of a process, or loses its reply.
 */
package io.claimgate.laboratory.sweep;
