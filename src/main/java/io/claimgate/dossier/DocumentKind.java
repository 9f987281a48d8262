package io.claimgate.dossier;

/** What a document is (contracts.md 2). */
public enum DocumentKind {
    INVOICE(true),
    ORDER(true),
    DELIVERY_PROOF(true),
    CONTRACT(false),
    TERMS(false),
    STATEMENT(false),
    REMINDER(false),
    FORMAL_NOTICE(false),
    CORRESPONDENCE(false),
    DEBT_ACKNOWLEDGEMENT(false),
    SECURITY(false),
    PROOF_OF_CLAIM(false),
    CREDIT_NOTE(false),
    DISPUTE(false),
    POWER_OF_ATTORNEY(false),
    OTHER(false);

    private final boolean perInvoice;

    DocumentKind(boolean perInvoice) {
        this.perInvoice = perInvoice;
    }

    /** Whether a claim needs one for each of its invoices; one that is tied to the buyer or the claim serves them all. */
    public boolean perInvoice() {
        return perInvoice;
    }
}
