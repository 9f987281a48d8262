package io.claimgate.dossier;

import org.jspecify.annotations.Nullable;

/**
 * What a claim's file lacks.
 *
 * @param invoiceNumber null where the kind is needed once for the whole claim
 * @param why who wants it, in words
 */
public record Missing(DocumentKind kind, @Nullable String invoiceNumber, String why) {

    /** It in a few words, {@code ORDER of invoice F-1}. */
    public String words() {
        return invoiceNumber == null ? kind.name() : kind + " of invoice " + invoiceNumber;
    }
}
