/** From an open dossier to the insurer's receipt: completeness, transfers, receipts. */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.transfer;
