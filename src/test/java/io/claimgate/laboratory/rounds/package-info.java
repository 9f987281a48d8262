/** Rounds of seeded faults on the packaged jar with its partners as processes: kills, freezes, cut lines, a database that goes away. */
package io.claimgate.laboratory.rounds;
