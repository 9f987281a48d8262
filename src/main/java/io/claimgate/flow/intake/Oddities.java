package io.claimgate.flow.intake;

import io.claimgate.feed.ErpSource;

/** How the staged invoices of a file differ from what its source has told before. All calls join the caller's transaction. */
public interface Oddities {

    /**
     * Counts; of a large file estimated from rows spread over all of it.
     *
     * @param rows staged
     * @param oddDates rows whose due date lies before their issue date, or more than {@value #MOST_YEARS} years after it
     * @param known rows of open receivables that the books have
     * @param tightened known ones that suddenly are due before their frozen due date
     * @param renumbered new ones that stand in the books under another number: same buyer, issue date, amount and currency
     * @param buyers customer numbers in the file
     * @param newBuyers those among them that the source never named
     * @param buyersBefore customer numbers that the source has named before, counted up to {@value #ENOUGH}
     */
    record Look(
            long rows,
            long oddDates,
            long known,
            long tightened,
            long renumbered,
            long buyers,
            long newBuyers,
            long buyersBefore) {}

    int MOST_YEARS = 5;

    int ENOUGH = 1000;

    Look look(ErpFile file, ErpSource source);
}
