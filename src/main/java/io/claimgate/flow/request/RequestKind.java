package io.claimgate.flow.request;

/** What may be asked for. */
public enum RequestKind {
    /** A claim was filed by hand in the insurer's portal. */
    DECLARED_MANUALLY("Declared by hand"),
    /** A claim whose answer was lost is sent once more, although the insurer may have it. */
    SEND_AGAIN("Send again, possible duplicate"),
    /** The frozen due date of a receivable was wrong from the start. */
    CORRECT_DUE_DATE("Correct the frozen due date"),
    /** A foreclosed receivable may be declared after all. */
    REOPEN_FORECLOSED("Way back of a foreclosed receivable"),
    /** All that a guard has stopped goes to the insurer. */
    RELEASE_STOPPED("Release what a guard stopped"),

    /** After a restore outgoing goes on although not all is reconciled. */
    RELEASE_RESTORE("Send again before all is reconciled");

    private final String title;

    RequestKind(String title) {
        this.title = title;
    }

    /** In a few words. */
    public String title() {
        return title;
    }
}
