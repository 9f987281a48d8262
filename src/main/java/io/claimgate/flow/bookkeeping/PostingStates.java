package io.claimgate.flow.bookkeeping;

import java.util.List;

/** Whether the ERPs have booked what came of a claim. Joins the caller's transaction. */
@FunctionalInterface
public interface PostingStates {

    /** Postings of the claim that no ERP has confirmed, refused ones among them, in the order in which they were made. */
    List<String> openOf(String claimKey);
}
