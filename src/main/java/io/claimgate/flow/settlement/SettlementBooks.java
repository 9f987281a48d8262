package io.claimgate.flow.settlement;

import io.claimgate.flow.bookkeeping.Bookkeeping;
import io.claimgate.flow.bookkeeping.PostingStates;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.watch.Contracts;
import io.claimgate.flow.watch.Exposures;
import io.claimgate.receivable.ExposureRules;

/** What settling reads and writes. */
public record SettlementBooks(
        Books declaration,
        ClaimResults results,
        ClaimMoney money,
        Remittances remittances,
        Exposures exposures,
        Contracts contracts,
        ExposureRules rules,
        Bookkeeping bookkeeping,
        PostingStates postings,
        SettlementSettings settings) {}
