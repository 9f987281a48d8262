/** The evidence of a claim: documents, what is required, what is missing. */
@org.jspecify.annotations.NullMarked
package io.claimgate.dossier;
