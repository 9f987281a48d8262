/** The faults of the quality figures by their number, on the whole gateway in this JVM with its own threads, against partners as processes. */
package io.claimgate.laboratory.faults;
