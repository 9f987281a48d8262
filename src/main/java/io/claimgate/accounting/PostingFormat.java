package io.claimgate.accounting;

/** How a file of postings is written. */
public enum PostingFormat {
    /** Our generic CSV. */
    CSV("csv"),
    /** The French {@code fichier des écritures comptables}, art. A47 A-1 LPF. */
    FEC("txt");

    private final String extension;

    PostingFormat(String extension) {
        this.extension = extension;
    }

    /** Of the file's name, without the dot. */
    public String extension() {
        return extension;
    }
}
