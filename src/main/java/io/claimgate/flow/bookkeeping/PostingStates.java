package io.claimgate.flow.bookkeeping;

import java.util.List;

/** What became of a claim's postings. Joins the caller's transaction. */
@FunctionalInterface
public interface PostingStates {

    /** Ids of the postings that the ERP has not confirmed; empty: all are, or there is none. */
    List<String> openOf(String claimKey);
}
