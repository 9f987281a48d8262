/** Mutations that a reviewer would make, each of which the laboratory must see. */
package io.claimgate.laboratory.mutation;
