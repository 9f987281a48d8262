package io.claimgate.flow.restore;

import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.settlement.ResultPolls;

/** Reads insurers' lists of results from their beginning, each result once; then what ERPs answered to postings. */
public final class ResultsAgain {

    private final RestoreBook book;
    private final FilesAgain files;
    private final ResultPolls polls;
    private final Ideas ideas;

    public ResultsAgain(RestoreBook book, FilesAgain files, ResultPolls polls, Ideas ideas) {
        this.book = book;
        this.files = files;
        this.polls = polls;
        this.ideas = ideas;
    }

    /** Whether all is read and applied. */
    boolean again(Restore restore) {
        if (Boolean.TRUE.equals(ideas.transactions().execute(status -> book.rewound(restore)))) {
            polls.wake();
        }
        if (Boolean.TRUE.equals(ideas.transactions().execute(status -> book.resultsBusy()))) {
            return false;
        }
        if (!files.receipts(restore)) {
            return false;
        }
        ideas.transactions()
                .executeWithoutResult(
                        status -> book.entriesWithoutCause()
                                .forEach(
                                        posting -> book.item(
                                                restore,
                                                RestoreBook.Kind.POSTING,
                                                posting,
                                                "*",
                                                Restores.State.UNCLEAR,
                                                "stands in a file that the ERP could take, and nothing here makes it; ask its insurer to tell it again")));
        return true;
    }
}
