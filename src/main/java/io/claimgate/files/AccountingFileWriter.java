package io.claimgate.files;

import io.claimgate.accounting.AccountingMapping;
import io.claimgate.flow.bookkeeping.FileWriter;
import io.claimgate.flow.bookkeeping.Holds;
import java.time.LocalDate;
import java.util.List;

/** The formats of files for ERPs. */
public final class AccountingFileWriter implements FileWriter {

    @Override
    public byte[] postings(AccountingMapping mapping, List<Entry> entries, LocalDate on) {
        return switch (mapping.format()) {
            case CSV -> OutCsv.postings(entries);
            case FEC -> FecFile.write(mapping.journal(), entries, on);
        };
    }

    @Override
    public byte[] holds(List<Holds.Line> lines) {
        return OutCsv.holds(lines);
    }
}
