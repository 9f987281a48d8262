package io.claimgate.flow.bookkeeping;

import io.claimgate.accounting.AccountingMapping;
import io.claimgate.accounting.Posting;
import java.time.LocalDate;
import java.util.List;

/** Makes the bytes of files for ERPs: the same for the same content. */
public interface FileWriter {

    /**
     * @param entryNo its number, without a gap in the books of its creditor
     */
    record Entry(Posting posting, long entryNo) {}

    /**
     * @param on the day of the writing
     */
    byte[] postings(AccountingMapping mapping, List<Entry> entries, LocalDate on);

    byte[] holds(List<Holds.Line> lines);
}
