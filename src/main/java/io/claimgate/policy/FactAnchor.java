package io.claimgate.policy;

/** Anchors that are facts of a receivable, a claim or a buyer (deadlines.md 5). */
public enum FactAnchor implements Anchor {
    INVOICE_DATE(Nature.ROW),
    DELIVERY_DATE(Nature.ROW),
    /** The first accepted due date, frozen. */
    ORIGINAL_DUE_DATE(Nature.ROW),
    EXTENDED_DUE_DATE(Nature.OPTIONAL),
    /** The insurer's receipt stamp in the policy's zone, else our completed positive answer. */
    DECLARED(Nature.EVENT),
    ACKNOWLEDGED(Nature.EVENT),
    /** Of the event of the rule's own kind; if missing, the earlier of its publication and the day it was recorded. */
    AWARENESS(Nature.EVENT),
    INSOLVENCY_OPENED(Nature.EVENT),
    PUBLICATION(Nature.EVENT),
    /** The day the notice was received. */
    LIMIT_NOTICE(Nature.EVENT),
    /** The insurer's date, else the last required receipt. */
    FILE_COMPLETE(Nature.EVENT),
    /** Given, else insolvency opened, else the end of waiting. */
    DATE_OF_LOSS(Nature.EVENT),
    PAYMENT_RECEIVED(Nature.EVENT);

    /** What it means that the date is absent. */
    public enum Nature {
        /** The row should carry it: a missing one makes a deadline unknown or provisional. */
        ROW,
        /** Has not happened yet: a deadline on it alone does not exist yet. */
        EVENT,
        /** Need not ever exist: a composite goes on without it and is not provisional for that. */
        OPTIONAL
    }

    private final Nature nature;

    FactAnchor(Nature nature) {
        this.nature = nature;
    }

    public Nature nature() {
        return nature;
    }

    @Override
    public String text() {
        return name();
    }
}
