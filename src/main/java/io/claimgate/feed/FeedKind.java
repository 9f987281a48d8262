package io.claimgate.feed;

/** What the rows of a feed tell of. */
public enum FeedKind {
    INVOICES("invoices"),
    PAYMENTS("payments"),
    BUYERS("buyers"),
    EVENTS("events"),
    DOCUMENTS("documents"),
    POSTING_RECEIPTS("posting-receipts"),
    RATES("rates");

    private final String word;

    FeedKind(String word) {
        this.word = word;
    }

    /** As it stands in mapping files and in the database. */
    public String word() {
        return word;
    }

    /** Whether its files have rows; a document is one thing. */
    public boolean hasRows() {
        return this != DOCUMENTS;
    }

    /** Whether its files refer to what files of other feeds of the source have brought before. */
    public boolean refersToOthers() {
        return this == PAYMENTS || this == EVENTS || this == DOCUMENTS;
    }

    /** The kind of this word. */
    public static FeedKind of(String word) {
        for (FeedKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of feed: " + word);
    }
}
