package io.claimgate.feed;

import io.claimgate.dossier.DocumentKind;
import org.jspecify.annotations.Nullable;

/**
 * What a document is and what it belongs to, as its side file or its name says.
 *
 * @param reference by what it is tied
 * @param value the invoice number, the ERP's customer number, or the claim key
 * @param language ISO 639-1; null where nobody said
 * @param creditor whose it is, where the source serves several; null where nobody said
 */
public record DocumentLabel(
        DocumentKind kind,
        Reference reference,
        String value,
        @Nullable String language,
        @Nullable String creditor) {

    /** The ways to tie a document. */
    public enum Reference {
        INVOICE("invoiceNumber", "invoice"),
        BUYER("buyerId", "buyer"),
        CLAIM("claimKey", "claim");

        private final String field;
        private final String noun;

        Reference(String field, String noun) {
            this.field = field;
            this.noun = noun;
        }

        /** As side files and patterns call it. */
        public String field() {
            return field;
        }

        /** As sentences call it. */
        public String noun() {
            return noun;
        }
    }
}
