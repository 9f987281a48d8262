package io.claimgate.feed;

/** What the rows of a feed tell of. */
public enum FeedKind {
    INVOICES("invoices"),
    PAYMENTS("payments"),
    BUYERS("buyers"),
    POSTING_RECEIPTS("posting-receipts");

    private final String word;

    FeedKind(String word) {
        this.word = word;
    }

    /** As it stands in mapping files and in the database. */
    public String word() {
        return word;
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
