package io.claimgate.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as a claim sees it.
 *
 * @param invoiceNumber of the receivable that it is tied to; null where it is tied to the buyer or the claim, and serves all invoices
 * @param onTheWay whether a transfer of the claim holds it already
 * @param atInsurer the insurer's receipt; null while it has given none
 */
public record Evidence(
        Document document,
        @Nullable String invoiceNumber,
        boolean onTheWay,
        @Nullable Instant atInsurer) {}
